export default { navigationBarTitleText: '我的举报' };
