export default { navigationBarTitleText: '发过的群发包' };
