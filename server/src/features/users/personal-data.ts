import { erasedName } from '@qihang/shared/my-data/vocabulary';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../db/types';
import { definePersonalData } from '../../personal-data';

type UserRow = Database['tables']['users']['$inferSelect'];

// A column that is new here does not compile until somebody decides what is left of it.
const nobody = {
  name: erasedName,
  verified: false,
  studentNo: null,
  className: null,
  college: null,
  major: null,
  degree: null,
  graduationYear: null,
  cities: [],
  kinds: [],
  demoAccount: null,
} satisfies Omit<UserRow, 'id' | 'createdAt'>;

export const userPersonalData = definePersonalData({
  columns: { 'role_grants.user_id': 'deleted' },
  sections: {
    person: {
      title: '身份资料',
      what: '姓名、学号、班级、学院，是否通过认证',
      why: '认证你是本校的人；后台实名、前台自愿',
      kept: '到账号注销',
    },
    profile: {
      title: '求职资料',
      what: '专业、学历、届别、意向城市和类型',
      why: '推荐对口的岗位，只有你看得到',
      kept: '到你清空或注销',
    },
    roles: {
      title: '身份和任期',
      what: '毕业生、骨干、老师或管理员，管哪些栏目，起止时间',
      why: '决定你能发布和管理什么',
      kept: '到账号注销',
    },
  },
  async exportOf({ read, tables: { users, roleGrants } }, userId) {
    const { name, verified, studentNo, className, college, createdAt } = users;
    const { major, degree, graduationYear, cities, kinds } = users;
    const { role, boards, startsAt, endsAt } = roleGrants;
    const person = await read
      .select({ name, verified, studentNo, className, college, createdAt })
      .from(users)
      .where(eq(users.id, userId));
    const profile = await read
      .select({ major, degree, graduationYear, cities, kinds })
      .from(users)
      .where(eq(users.id, userId));
    const roles = await read
      .select({ role, boards, startsAt, endsAt })
      .from(roleGrants)
      .where(eq(roleGrants.userId, userId))
      .orderBy(asc(startsAt), asc(roleGrants.id));
    return { person, profile, roles };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { users, roleGrants } = tables;
    await tx.delete(roleGrants).where(eq(roleGrants.userId, userId));
    await tx.update(users).set(nobody).where(eq(users.id, userId));
  },
});
