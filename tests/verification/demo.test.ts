import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo } from '@qihang/server/demo/seed';
import { sessionContract } from '@qihang/shared/session/contract';
import { verificationContract } from '@qihang/shared/verification/contract';
import { clientOver, startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ QIHANG_DEMO: '1' });
  const { db } = t.context;
  await db.write(async (tx) => {
    await tx.delete(db.tables.sessions);
    await tx.delete(db.tables.roleGrants);
    await tx.delete(db.tables.users);
  });
  await seedDemo(t.context);
});
afterAll(() => t.close());

const as = async (account: 'graduate' | 'lead' | 'newcomer') => {
  const { token } = await clientOver(
    t.app,
    '/api/v1',
    undefined,
  )(sessionContract).demo({ body: { account } });
  return clientOver(t.app, '/api/v1', token)(verificationContract);
};

it('knows the demo people by the roster', async () => {
  expect((await (await as('graduate')).mine({})).entry).toMatchObject({
    name: '林晓',
    className: '车辆工程 2302 班',
  });
  expect((await (await as('lead')).mine({})).state).toBe('verified');
});

it('lets a newcomer be verified with what the documentation says', async () => {
  const documented = readFileSync(join(__dirname, '../../docs/verification.md'), 'utf8');
  const rows = [...documented.matchAll(/^\| (\d{10}) \| (\S+) \| (\S{9})/gm)].map(([, ...row]) => row);
  expect(rows).toHaveLength(3);
  const [studentNo = '', name = '', code = ''] = rows[2] ?? [];
  const newcomer = await as('newcomer');
  expect((await newcomer.mine({})).state).toBe('unverified');
  expect(await newcomer.verify({ body: { studentNo, name, code } })).toMatchObject({
    state: 'verified',
    entry: { className: '电气工程及其自动化 2303 班' },
  });
});
