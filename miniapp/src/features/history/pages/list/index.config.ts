export default { navigationBarTitleText: '历史' };
