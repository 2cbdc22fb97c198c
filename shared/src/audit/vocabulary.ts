/** Acts that are recorded: how a list of choices names them, and how a sentence tells that somebody did one. */
export const auditActions = {
  'moderation.hide': { name: '下架内容', did: '下架了' },
  'moderation.restore': { name: '恢复内容', did: '恢复了' },
  'moderation.approve': { name: '通过审核', did: '通过了' },
  'moderation.return': { name: '退回', did: '退回了' },
  'moderation.mute': { name: '禁言', did: '禁言了作者：' },
  'moderation.lock': { name: '锁定问题', did: '锁定了' },
  'moderation.unlock': { name: '重新打开问题', did: '重新打开了' },
  'moderation.move': { name: '移动问题', did: '移到了别的栏目：' },
  'moderation.merge': { name: '合并问题', did: '合并了' },
  'moderation.lift': { name: '解除禁言', did: '解除了对作者的禁言：' },
  'boards.create': { name: '新建栏目', did: '新建了' },
  'boards.update': { name: '修改栏目', did: '修改了' },
  'jobs.update': { name: '修改别人的岗位', did: '修改了' },
  'jobs.reconfirm': { name: '确认别人的岗位', did: '确认仍在招聘：' },
  'jobs.override': { name: '带提醒发布岗位', did: '自检有提醒，仍然发布了' },
  'jobs.import': { name: '批量导入岗位', did: '批量导入了岗位到' },
  'posts.update': { name: '修改别人的文章', did: '修改了' },
  'posts.reader-names': { name: '查看读完名单', did: '查看了读完名单：' },
  'posts.settle-feedback': { name: '处理别人文章的反馈', did: '处理了反馈：' },
  'portrayals.record': { name: '登记当事人同意', did: '登记了当事人的同意：' },
  'portrayals.agree': { name: '本人同意展示', did: '同意展示：' },
  'portrayals.withdraw': { name: '撤回展示同意', did: '撤回了展示同意：' },
  'people.grant': { name: '任命', did: '新增了' },
  'people.change': { name: '修改任期或范围', did: '修改了' },
  'people.end': { name: '结束任期', did: '结束了' },
  'people.reassign': { name: '转交工作', did: '转交了' },
  'session.reset-password': { name: '重置密码', did: '重置了密码：' },
  'roster.import': { name: '导入名册', did: '导入了' },
  'roster.unbind': { name: '解除账号绑定', did: '解除了账号绑定：' },
  'class-code.create': { name: '生成班级邀请码', did: '生成了' },
  'class-code.revoke': { name: '作废班级邀请码', did: '作废了' },
  'audit.export': { name: '导出操作记录', did: '导出了' },
} as const satisfies Record<string, { name: string; did: string }>;

/** What acts are done to. */
export const auditTargets = {
  job: '岗位',
  post: '文章',
  thread: '问题',
  answer: '回答',
  board: '栏目',
  user: '用户',
  'role-grant': '任职',
  roster: '名册',
  'roster-entry': '名册条目',
  'class-code': '班级邀请码',
  audit: '操作记录',
} as const satisfies Record<string, string>;

export const auditLimits = {
  /** Rows of one exported file. */
  exported: 20_000,
} as const;
