import { and, desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const auditPersonalData = definePersonalData({
  columns: { 'audit_log.actor_id': 'unnamed' },
  sections: {
    acts: {
      title: '我的管理操作',
      what: '你做过的下架、授权等操作，对象、理由和时间',
      why: '管理权限的使用可以追溯',
      kept: '长期保存，注销后不再写明姓名',
    },
    actsAboutMe: {
      title: '对我的管理操作',
      what: '别人对你的账号做过的操作、理由和时间，不含操作人是谁',
      why: '让你知道谁的职责内对你的账号做了什么',
      kept: '长期保存，注销后不再写明姓名',
    },
  },
  async exportOf({ read, tables: { auditLog } }, userId) {
    const { id, at, action, targetType, targetId, reason } = auditLog;
    return {
      acts: await read
        .select({ at, action, targetType, targetId, reason })
        .from(auditLog)
        .where(eq(auditLog.actorId, userId))
        .orderBy(desc(at), desc(id)),
      actsAboutMe: await read
        .select({ at, action, reason })
        .from(auditLog)
        .where(and(eq(auditLog.targetType, 'user'), eq(auditLog.targetId, userId)))
        .orderBy(desc(at), desc(id)),
    };
  },
  // The log is append-only, and names people by their id, behind which nobody is left.
  erase: async () => undefined,
});
