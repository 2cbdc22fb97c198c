export default { navigationBarTitleText: '交接清单' };
