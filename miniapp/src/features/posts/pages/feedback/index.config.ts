export default { navigationBarTitleText: '读者反馈' };
