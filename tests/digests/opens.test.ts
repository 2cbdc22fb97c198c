import { sceneOf } from '@qihang/shared/digests/scene';
import { getTableColumns } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';
import { personColumns } from '../support/references';

let t: TestApp;
let limited: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  limited = await startTestApp({ RATE_LIMIT: 'on' });
});
beforeEach(async () => {
  await t.restore();
  await limited.restore();
});
afterAll(async () => {
  await t.close();
  await limited.close();
});

async function sentDigest() {
  const lead = t.as('chenyiming');
  const group = await lead.digests.addGroup({ body: { name: '汽车学院 2027 届就业群' } });
  const jobs = [
    await lead.jobs.create({ body: jobDraft({ title: '嵌入式软件工程师', company: '澄江汽车电子' }) }),
    await lead.jobs.create({ body: jobDraft({ title: '结构工程师', company: '远帆检测' }) }),
  ];
  const items = jobs.map(({ id }) => ({ type: 'job' as const, id }));
  const digest = await lead.digests.create({ body: { items, group: group.id } });
  await lead.digests.markSent({ params: { id: digest.id }, body: {} });
  return { group, jobs, digest };
}
const open = (scene: string) => t.as().shares.opened({ body: { scene } });
const report = (days = 7) => t.as('chenyiming').digests.report({ query: { days } });

describe('POST /shares/opened', () => {
  it('counts by group, piece and day', async () => {
    const { group, jobs, digest } = await sentDigest();
    const scenes = [
      sceneOf({ type: 'digest', id: digest.id, group: group.id }),
      sceneOf({ type: 'job', id: jobs[0]?.id ?? '', group: group.id }),
    ];
    for (const scene of [...scenes, ...scenes.slice(1)]) await open(scene);
    t.clock.set('2026-11-21T09:00:00+08:00');
    await open(sceneOf({ type: null, id: '', group: group.id }));
    expect(await report()).toEqual({
      sent: 1,
      opens: 4,
      days: [
        { day: '2026-11-20', opens: 3 },
        { day: '2026-11-21', opens: 1 },
      ],
      groups: [
        {
          group,
          opens: 4,
          pieces: [
            { type: 'job', id: jobs[0]?.id, title: '嵌入式软件工程师', opens: 2 },
            { type: 'home', id: '', title: '首页', opens: 1 },
            { type: 'digest', id: digest.id, title: '群发包的列表', opens: 1 },
          ],
        },
      ],
    });
    const [record] = (await t.as('chenyiming').digests.list({})).items;
    expect(record).toMatchObject({ id: digest.id, opens: 3, favourite: '嵌入式软件工程师' });
    expect((await report(1)).opens).toBe(1);
  });

  it('loses none of those that come at once', async () => {
    const { group, digest } = await sentDigest();
    const scene = sceneOf({ type: 'digest', id: digest.id, group: group.id });
    await Promise.all(Array.from({ length: 12 }, () => open(scene)));
    expect((await report()).opens).toBe(12);
  });

  it('answers a scene without a group, or of what is not here, like any other, and counts nothing', async () => {
    const { group, jobs, digest } = await sentDigest();
    const id = jobs[0]?.id ?? '';
    await t
      .as('wanglaoshi')
      .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '核实' } });
    for (const scene of [
      `j${id}`,
      `j${id}.${group.id}`,
      `d${digest.id}.nobody`,
      `dnothing.${group.id}`,
      `pnothing.${group.id}`,
    ])
      expect(await open(scene)).toBeUndefined();
    expect((await report()).opens).toBe(0);
  });

  it.each(['', 'x1', 'j1.g.h', 'j'.repeat(40), "d1'or'1"])('refuses the scene %j', async (scene) => {
    expect(await problemOf(open(scene))).toMatchObject({ status: 400, errors: [{ path: 'scene' }] });
  });

  it('is limited by network, apart from signing in', async () => {
    const send = () =>
      limited.send('/shares/opened', { method: 'POST', body: { scene: 'jnothing' }, address: '10.1.2.3' });
    for (let i = 0; i < 300; i += 1) await send();
    const refused = await send();
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'rate.limited']);
    const login = await limited.send('/session/password', {
      method: 'POST',
      body: { studentNo: '20230101', password: 'x' },
      address: '10.1.2.3',
    });
    expect(login.statusCode).toBe(401);
  });
});

it('keeps counts in a table without a column that could name a person, an address or an instant', () => {
  const { shareOpens } = t.context.db.tables;
  expect(Object.keys(getTableColumns(shareOpens)).sort()).toEqual([
    'day',
    'groupId',
    'opens',
    'pieceId',
    'type',
  ]);
  expect(personColumns.map(({ name }) => name).filter((name) => name.startsWith('share_'))).toEqual([]);
});
