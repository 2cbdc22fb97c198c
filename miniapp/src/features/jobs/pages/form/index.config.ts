export default { navigationBarTitleText: '发布岗位' };
