export default { navigationBarTitleText: '改之前的样子' };
