export default { navigationBarTitleText: '导入名册' };
