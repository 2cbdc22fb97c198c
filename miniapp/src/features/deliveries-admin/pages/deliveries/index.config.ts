export default { navigationBarTitleText: '消息发送', enablePullDownRefresh: true };
