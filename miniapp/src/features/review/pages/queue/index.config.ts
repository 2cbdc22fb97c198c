export default { navigationBarTitleText: '审核', enablePullDownRefresh: true };
