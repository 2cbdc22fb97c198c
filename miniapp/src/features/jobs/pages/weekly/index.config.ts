export default { navigationBarTitleText: '这一周', enablePullDownRefresh: true };
