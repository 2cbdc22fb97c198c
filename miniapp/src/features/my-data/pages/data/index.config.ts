export default { navigationBarTitleText: '我的数据' };
