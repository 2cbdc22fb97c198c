export default { navigationBarTitleText: '收藏与进度', enablePullDownRefresh: true };
