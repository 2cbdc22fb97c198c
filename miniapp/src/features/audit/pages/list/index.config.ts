export default { navigationBarTitleText: '操作记录' };
