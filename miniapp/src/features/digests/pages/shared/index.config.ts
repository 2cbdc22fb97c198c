export default { navigationBarTitleText: '群里发的', enableShareAppMessage: true, enableShareTimeline: true };
