import { createAdmin, resetPassword } from '@qihang/server/features/session/admins/public';
import { startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const person = { studentNo: 't2001', name: '沈岚', password: '灯塔与海 2027' };
const signIn = () => t.as().session.password({ body: { studentNo: 'T2001', password: person.password } });

describe('the first admin of an installation', () => {
  it('signs in with number and password, is admin without an end, and is in the audit log', async () => {
    await createAdmin(t.context, person);
    const { user } = await signIn();
    expect(user).toMatchObject({
      name: '沈岚',
      studentNo: 'T2001',
      roles: [{ role: 'admin', endsAt: null }],
    });
    const { db } = t.context;
    const acts = await db.read.select().from(db.tables.auditLog);
    expect(acts).toMatchObject([{ actorId: null, action: 'people.grant', targetType: 'user' }]);
    expect(JSON.stringify(acts)).not.toContain('argon2');
  });

  it('is refused a number that somebody has, and nothing is changed', async () => {
    await createAdmin(t.context, person);
    const before = await t.context.db.read.$count(t.context.db.tables.users);
    await expect(createAdmin(t.context, { ...person, password: '另一句好记的话 1' })).rejects.toThrow(
      '工号 T2001 已经有人用了',
    );
    expect(await t.context.db.read.$count(t.context.db.tables.users)).toBe(before);
    expect((await signIn()).user.name).toBe('沈岚');
  });

  it.each([
    [{ studentNo: '工号' }, '学号或工号只能有数字、字母和连字符'],
    [{ password: 'short' }, '密码要有 8–128 个字'],
    [{ password: '12345678' }, '这个密码太常见'],
    [{ password: 'my-T2001-password' }, '密码里不能有自己的学号'],
    [{ name: ' ' }, '请写姓名'],
  ])('is refused with %j', async (wrong, message) => {
    await expect(createAdmin(t.context, { ...person, ...wrong })).rejects.toThrow(message);
  });
});

describe('a password that was forgotten', () => {
  it('is replaced, and the old sessions end', async () => {
    await createAdmin(t.context, person);
    const { token } = await signIn();
    await resetPassword(t.context, { studentNo: 't2001', password: '另一句好记的话 1' });
    expect((await t.send('/me', { token })).statusCode).toBe(401);
    expect(
      (
        await t.send('/session/password', {
          method: 'POST',
          body: { studentNo: 'T2001', password: person.password },
        })
      ).statusCode,
    ).toBe(401);
    expect(
      (
        await t.send('/session/password', {
          method: 'POST',
          body: { studentNo: 'T2001', password: '另一句好记的话 1' },
        })
      ).statusCode,
    ).toBe(201);
  });

  it('needs somebody who has the number', async () => {
    await expect(resetPassword(t.context, { studentNo: 'T9', password: '另一句好记的话 1' })).rejects.toThrow(
      'T9',
    );
  });
});
