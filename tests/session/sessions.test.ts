import { endSessionsOf } from '@qihang/server/features/session/public-store';
import { hashToken } from '@qihang/server/ports/tokens';
import { startTestApp, type TestApp } from '../support/app';

describe('ending the sessions of a person', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  beforeEach(() => t.restore());
  afterAll(() => t.close());

  const second = 'a-second-token-of-lin-xiao';
  async function openSecond() {
    const { db, clock } = t.context;
    const now = clock.now();
    await db.write((tx) =>
      tx.insert(db.tables.sessions).values({
        tokenHash: hashToken(second),
        userId: t.people.linxiao.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      }),
    );
  }
  const status = async (token: string) => (await t.send('/me', { token })).statusCode;

  it('takes effect with the commit, and for that person alone', async () => {
    await openSecond();
    const { db } = t.context;
    await db.write((tx) => endSessionsOf(db, tx, t.people.linxiao.id));
    expect([await status(t.people.linxiao.token), await status(second)]).toEqual([401, 401]);
    expect(await status(t.people.zhaoyu.token)).toBe(200);
  });

  it('may leave one of them', async () => {
    await openSecond();
    const { db } = t.context;
    await db.write((tx) => endSessionsOf(db, tx, t.people.linxiao.id, hashToken(second)));
    expect([await status(t.people.linxiao.token), await status(second)]).toEqual([401, 200]);
  });
});
