/**
 * The one registry of error codes: HTTP status and the Chinese title a person reads.
 * A problem document is RFC 9457: `{ type, title, status, code, detail, requestId, errors? }`.
 */
export const errors = {
  'request.invalid': { status: 400, title: '提交的内容有误，请看标出的地方' },
  'request.malformed': { status: 400, title: '请求的格式不对，无法读取' },
  'request.too-large': { status: 413, title: '提交的内容太大' },
  'request.url-too-long': { status: 414, title: '网址太长' },
  'request.headers-too-large': { status: 431, title: '请求头太大' },
  'request.timeout': { status: 408, title: '请求迟迟没有传完，请检查网络后再试' },
  'request.unsupported-type': { status: 415, title: '不支持这种内容格式' },
  'cursor.invalid': { status: 400, title: '翻页位置已失效，请从头刷新列表' },
  'session.required': { status: 401, title: '请先登录' },
  'session.invalid': { status: 401, title: '登录已失效，请重新登录' },
  'session.csrf': { status: 403, title: '没有通过安全校验，请刷新页面后再试' },
  'session.wrong-password': { status: 401, title: '学号或密码不对' },
  'session.too-many-attempts': { status: 429, title: '密码错了太多次，请稍后再试' },
  'session.wechat-code': { status: 401, title: '微信登录已过期，请再点一次登录' },
  'session.wechat-blocked': { status: 403, title: '微信提示这个账号有安全风险，暂时不能用它登录' },
  'session.not-recent': { status: 403, title: '为确认是你本人，请重新登录后再操作' },
  'account.closing': { status: 403, title: '账号正在注销，撤销注销后才能继续使用' },
  'consent.required': { status: 403, title: '请先阅读并同意用户协议、隐私政策和社区规范' },
  'consent.outdated': { status: 409, title: '文本刚刚更新，请重新阅读后再同意' },
  'action.forbidden': { status: 403, title: '你没有做这件事的权限' },
  'person.muted': { status: 403, title: '你被禁言了，暂时不能发言' },
  'resource.not-found': { status: 404, title: '内容不存在，或已经下线' },
  'route.not-found': { status: 404, title: '没有这个接口' },
  'version.stale': { status: 409, title: '别人刚改过这条内容，请刷新后再改' },
  'review.required': { status: 409, title: '这个栏目的内容要先审核，请送审' },
  'board.wrong-kind': { status: 409, title: '这个栏目不收这类内容' },
  'board.slug-taken': { status: 409, title: '这个栏目标识已经有了，请换一个' },
  'job.lint-warnings': { status: 409, title: '自检有提醒，确认要发布请写明理由' },
  'password.no-number': { status: 409, title: '先完成学号认证，才能设置密码' },
  'thread.already-solved': { status: 409, title: '这个问题已经采纳了回答' },
  'thread.wrong-state': { status: 409, title: '这个问题现在的状态不能这样做，请刷新后再看' },
  'thread.closed': { status: 409, title: '这个问题已经关闭，不再收回答' },
  'thread.daily-limit': { status: 429, title: '今天发得够多了，明天再来' },
  'verification.required': { status: 403, title: '先认证学生身份，再来做这件事' },
  'verification.mismatch': {
    status: 409,
    title: '学号、姓名和班级邀请码对不上。请逐项核对，邀请码向班主任或辅导员要',
  },
  'verification.number-taken': {
    status: 409,
    title: '这个学号已经绑定了另一个账号。换了微信或不是你本人绑的，请带学生证找就业指导老师解除绑定',
  },
  'verification.already-bound': {
    status: 409,
    title: '这个账号已经绑定了一个学号，一个账号只能绑一个。绑错了，请找就业指导老师解除绑定',
  },
  'roster.plan-stale': { status: 409, title: '预检之后名册或文件有了变化，请重新预检' },
  'roster.cannot-leave': { status: 409, title: '文件里还有有问题的行，先改好才能标记离校' },
  'roster.unreadable': { status: 400, title: '这个文件读不出来' },
  'roster.not-bound': { status: 409, title: '这个学号没有绑定账号' },
  'roster.no-such-class': { status: 409, title: '名册里没有这个班' },
  'class-code.exists': { status: 409, title: '这个班已经有一个有效的邀请码' },
  'class-code.ended': { status: 409, title: '这个邀请码已经失效' },
  'moderation.already-done': { status: 409, title: '这条内容已经处理过了' },
  'case.claimed': { status: 409, title: '别人正在处理这一条' },
  'role.already-held': { status: 409, title: '这个人在这段时间已经担任同样的职务' },
  'role.over': { status: 409, title: '这段任期已经结束' },
  'role.last-admin': { status: 409, title: '至少要留一位没有期限的管理员，请先指定接替的人' },
  'duty.day-taken': { status: 409, title: '这一天已经有人值班了' },
  'duty.swap-open': { status: 409, title: '这一天已经在找人替了，先撤回再重新找' },
  'duty.swap-settled': { status: 409, title: '这次换班已经有结果了，请刷新看看' },
  'duty.not-overdue': { status: 409, title: '这个问题已经有人回答，或者还没有超时' },
  'follow.too-many': { status: 409, title: '最多关注 30 项，先取消不用的' },
  'digest.no-group': { status: 409, title: '这份群发包没有选群，不能标记已发' },
  'digest.too-many-groups': { status: 409, title: '群太多了，先移除不用的' },
  'idempotency.in-progress': { status: 409, title: '上一次提交还在处理，请稍等片刻' },
  'idempotency.mismatch': {
    status: 422,
    title: '上一次提交已经收到，内容和这次不同；请先刷新看看，需要的话再提交一次',
  },
  'idempotency.answer-lost': { status: 409, title: '上一次提交已经成功，请刷新查看，不用再提交' },
  'delivery.wrong-state': { status: 409, title: '这条消息现在不用重发，请刷新后再看' },
  'delivery.may-have-arrived': {
    status: 409,
    title: '这条可能已经送到，重发也许会收到两次；确认要发，请再点一次',
  },
  'upload.too-large': { status: 413, title: '文件太大，最多 10 MB' },
  'upload.too-many-pixels': { status: 413, title: '图片的像素太多，请缩小后再传' },
  'upload.too-many-unused': {
    status: 413,
    title: '传了还没用上的图片和附件太多，明天会自动清理，请先用上或明天再传',
  },
  'upload.unsupported-type': { status: 415, title: '不支持这种文件' },
  'upload.unreadable': { status: 415, title: '这个文件读不出来，可能已损坏' },
  'upload.unsafe': { status: 415, title: '文件里有可能伤害别人的内容' },
  'upload.storage': { status: 503, title: '文件暂时存取不了，请稍后再试' },
  'audit.too-many': { status: 409, title: '找到的记录太多，请缩小时间范围再导出' },
  'rate.limited': { status: 429, title: '操作太频繁，请稍后再试' },
  'server.failed': { status: 500, title: '服务器出错了，请稍后再试' },
  'server.busy': { status: 503, title: '服务器正忙，请稍后再试' },
  'database.busy': { status: 503, title: '数据库正忙，请稍等几秒再试' },
  'database.full': { status: 503, title: '服务器的存储空间满了，暂时不能保存，请联系管理员' },
  'database.read-only': { status: 503, title: '数据库暂时只能读、不能写，请稍后再试' },
  'database.unavailable': { status: 503, title: '暂时连不上数据库，请稍后再试' },
  'wechat.unavailable': { status: 503, title: '暂时连不上微信，请稍后再试' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errors;

/** One wrong field: `path` in dots (`cities.0`), `message` in Chinese, to be shown beside the field. */
export interface FieldError {
  path: string;
  message: string;
}

/** The body of every answer that is not a success, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  requestId: string;
  errors?: FieldError[];
}

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.keys(errors).includes(code);
