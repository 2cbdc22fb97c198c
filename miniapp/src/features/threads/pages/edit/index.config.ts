export default { navigationBarTitleText: '修改问题' };
