export default { navigationBarTitleText: '批量导入' };
