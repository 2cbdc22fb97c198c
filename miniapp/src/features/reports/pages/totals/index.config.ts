export default { navigationBarTitleText: '处理公示' };
