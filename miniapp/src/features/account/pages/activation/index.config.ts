export default { navigationBarTitleText: '首次使用' };
