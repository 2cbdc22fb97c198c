export default {
  navigationBarTitleText: '问答',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
};
