export default { navigationBarTitleText: '微信模板' };
