export default { navigationBarTitleText: '启航', enablePullDownRefresh: true, enableShareAppMessage: true };
