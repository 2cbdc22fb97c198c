export default { navigationBarTitleText: '写文章' };
