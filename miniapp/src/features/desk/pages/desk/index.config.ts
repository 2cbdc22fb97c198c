export default { navigationBarTitleText: '工作台', enablePullDownRefresh: true };
