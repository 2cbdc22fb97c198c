export default { navigationBarTitleText: '消息', enablePullDownRefresh: true };
