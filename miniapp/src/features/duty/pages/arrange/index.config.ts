export default { navigationBarTitleText: '排班' };
