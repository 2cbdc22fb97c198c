export default { navigationBarTitleText: '我的关注', enablePullDownRefresh: true };
