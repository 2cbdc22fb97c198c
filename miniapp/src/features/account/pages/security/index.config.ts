export default { navigationBarTitleText: '登录与安全' };
