export default { navigationBarTitleText: '班级名单' };
