export default { navigationBarTitleText: '问题', enableShareAppMessage: true, enableShareTimeline: true };
