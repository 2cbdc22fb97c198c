export default { navigationBarTitleText: '关怀联系方式' };
