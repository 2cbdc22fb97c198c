export default { navigationBarTitleText: '栏目管理' };
