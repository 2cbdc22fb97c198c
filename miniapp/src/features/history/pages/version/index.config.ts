export default { navigationBarTitleText: '改动' };
