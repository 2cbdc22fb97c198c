export default { navigationBarTitleText: '无主事项' };
