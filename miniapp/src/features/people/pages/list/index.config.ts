export default { navigationBarTitleText: '人员与任期' };
