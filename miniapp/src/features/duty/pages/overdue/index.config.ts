export default { navigationBarTitleText: '超时的问题' };
