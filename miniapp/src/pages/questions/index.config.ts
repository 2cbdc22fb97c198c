export default {
  navigationBarTitleText: '在线互动',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
};
