export default { navigationBarTitleText: '禁言名单' };
