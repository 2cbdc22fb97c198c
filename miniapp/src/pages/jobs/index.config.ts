export default {
  navigationBarTitleText: '招聘信息',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
};
