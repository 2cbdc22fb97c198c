export default { navigationBarTitleText: '文章', enablePullDownRefresh: true, enableShareAppMessage: true };
