export default { navigationBarTitleText: '阅读并同意' };
