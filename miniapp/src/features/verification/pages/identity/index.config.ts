export default { navigationBarTitleText: '身份认证' };
