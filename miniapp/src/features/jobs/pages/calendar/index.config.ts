export default { navigationBarTitleText: '截止日历', enablePullDownRefresh: true };
