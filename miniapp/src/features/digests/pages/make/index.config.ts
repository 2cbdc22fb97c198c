export default { navigationBarTitleText: '群发包', enableShareAppMessage: true };
