export default { navigationBarTitleText: '求职资料' };
