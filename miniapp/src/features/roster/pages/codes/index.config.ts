export default { navigationBarTitleText: '班级邀请码' };
