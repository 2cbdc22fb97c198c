export default { navigationBarTitleText: '值班' };
