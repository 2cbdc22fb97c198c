export default { navigationBarTitleText: '已读情况' };
