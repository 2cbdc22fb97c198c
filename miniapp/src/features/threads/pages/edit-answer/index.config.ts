export default { navigationBarTitleText: '修改回答' };
