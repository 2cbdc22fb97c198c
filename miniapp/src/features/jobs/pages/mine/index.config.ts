export default { navigationBarTitleText: '我发布的', enablePullDownRefresh: true };
