export default { navigationBarTitleText: '名册' };
