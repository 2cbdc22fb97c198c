export default { navigationBarTitleText: '用户协议' };
