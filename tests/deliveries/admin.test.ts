import { prepare } from '@qihang/server/features/deliveries/prepare';
import { problemOf } from '../support/app';
import { type Reach, startReach } from './support';

let r: Reach;
beforeAll(async () => {
  r = await startReach();
});
beforeEach(() => r.restart());
afterAll(() => r.close());

const path = '/cgi-bin/message/subscribe/send';
const admin = () => r.t.as('admin');
const list = (query: Parameters<ReturnType<typeof admin>['deliveries']['list']>[0]['query'] = {}) =>
  admin().deliveries.list({ query });
const retry = (id: string, again?: boolean) =>
  admin().deliveries.retry({ params: { id }, body: again === undefined ? {} : { again } });

async function failed() {
  await r.agree('linxiao', 'answer');
  await r.emulator.control('fault', { kind: 'refuse', errcode: 43107, path });
  await r.tell('linxiao', 'thread.answered', { foldKey: 'answers:1' });
  await r.tell('linxiao', 'thread.answered', { foldKey: 'answers:2' });
  await r.t.runTasks();
  const { items } = await list({ state: 'failed' });
  return items[0]?.id ?? '';
}

it('lists what leaves the service with numbers by state, a page at a time, and of nobody by name', async () => {
  await r.agree('linxiao', 'answer', 1);
  for (let i = 0; i < 3; i++) {
    await r.tell('linxiao', 'thread.answered');
    await r.t.runTasks();
    r.t.clock.advance(60_000);
  }
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map(({ state, reason }) => reason ?? state)).toEqual([
    'no-credit',
    'no-credit',
    'sent',
  ]);
  expect(second.nextCursor).toBeNull();
  expect(first.counts).toEqual({ waiting: 0, sending: 0, sent: 1, skipped: 2, failed: 0, unknown: 0 });
  expect((await list({ state: 'sent' })).items).toHaveLength(1);
  const text = JSON.stringify([first, second]);
  for (const secret of ['林晓', r.t.people.linxiao.id, 'o-linxiao']) expect(text).not.toContain(secret);
  r.t.clock.advance(31 * 24 * 60 * 60_000);
  expect((await list()).counts).toMatchObject({ sent: 0, skipped: 0 });
});

it('sends a failed one again, with all that it was to tell, and records who said so', async () => {
  const id = await failed();
  expect(await r.states()).toEqual(expect.arrayContaining(['failed: banned', 'skipped: folded']));
  expect(await retry(id)).toMatchObject({ id, state: 'waiting', reason: null, viewer: { can: [] } });
  await r.t.runTasks();
  expect(await r.states()).toEqual(expect.arrayContaining(['sent', 'skipped: folded']));
  expect((await r.sent()).map(({ data }) => data.thing1?.value)).toEqual(['有 2 条问答消息']);
  expect(await r.left('linxiao', 'answer')).toEqual({ ours: 0, theirs: 0 });
  const { items } = await admin().audit.list({ query: {} });
  expect(items[0]).toMatchObject({
    action: 'deliveries.retry',
    before: { state: 'failed', reason: 'banned' },
  });
});

it('waits for the end of quiet hours when it is sent again, and looks once more whether it is still to be told', async () => {
  const id = await failed();
  r.t.clock.set('2026-11-20T23:00+08:00');
  expect((await retry(id)).dueAt).toBe('2026-11-21T00:00:00.000Z');
  await r.t.as('linxiao').notifications.read({ body: { all: true } });
  r.t.clock.set('2026-11-21T08:00+08:00');
  await r.t.runTasks();
  expect(await r.sent()).toEqual([]);
  expect(await r.states()).toEqual(['skipped: read', 'skipped: read']);
});

it('sends one that may have arrived again only to whom accepts that it may come twice', async () => {
  await r.agree('linxiao', 'answer', 2);
  await r.tell('linxiao', 'thread.answered');
  const [row] = await r.deliveries();
  await prepare(r.t.context, row?.id ?? '', r.t.clock.now());
  r.t.clock.advance(180_000);
  await r.t.runTasks();
  const [item] = (await list({ state: 'unknown' })).items;
  expect(item).toMatchObject({ reason: 'interrupted', viewer: { can: ['retry-again'] } });
  const id = item?.id ?? '';
  expect((await problemOf(retry(id))).code).toBe('delivery.may-have-arrived');
  await retry(id, true);
  await r.t.runTasks();
  expect(await r.states()).toEqual(['sent']);
  // The first attempt may have taken a consent of WeChat's: its credit is not given back.
  expect((await r.left('linxiao', 'answer')).ours).toBe(0);
});

it('sends nothing again that was sent, skipped or is unknown here', async () => {
  await r.agree('linxiao', 'answer');
  await r.tell('linxiao', 'thread.answered');
  await r.t.runTasks();
  const [row] = await r.deliveries();
  expect((await problemOf(retry(row?.id ?? '', true))).code).toBe('delivery.wrong-state');
  expect((await problemOf(retry('nothing'))).code).toBe('resource.not-found');
});

describe('templates', () => {
  const save = (change: object) =>
    admin().messageTemplates.save({
      body: {
        items: [
          { purpose: 'answer', templateId: 'another-template', fields: [], version: 1, ...change },
        ] as never,
      },
    });
  const field = (keyword: string, source: string, text?: string) => ({
    keyword,
    source,
    ...(text === undefined ? {} : { text }),
  });

  it('are saved by purpose, each with its version, and recorded', async () => {
    const fields = [field('thing1', 'title'), field('name2', 'fixed', '就业指导中心')];
    r.t.clock.advance(1000);
    const { items } = await save({ fields });
    expect(items.find(({ purpose }) => purpose === 'answer')).toMatchObject({
      templateId: 'another-template',
      version: 2,
      fields,
    });
    expect(items.find(({ purpose }) => purpose === 'deadline')).toMatchObject({ version: 1 });
    expect((await problemOf(save({ fields }))).code).toBe('version.stale');
    const { items: acts } = await admin().audit.list({ query: {} });
    expect(acts[0]).toMatchObject({
      action: 'message-templates.update',
      after: { answer: 'another-template' },
    });
  });

  it.each([
    ['fields', { fields: [] }],
    ['fields.0.keyword', { fields: [field('things1', 'title')] }],
    ['fields.0.source', { fields: [field('time1', 'title')] }],
    ['fields.0.source', { fields: [field('phrase1', 'fixed', 'five!')] }],
    ['fields.0.source', { fields: [field('amount1', 'count')] }],
    ['fields.0.text', { fields: [field('thing1', 'fixed')] }],
    ['fields.0.text', { fields: [field('thing1', 'title', '多余的')] }],
    ['fields', { fields: [field('thing1', 'title'), field('thing1', 'about')] }],
    ['templateId', { templateId: '不是微信给的模板编号', fields: [field('thing1', 'title')] }],
  ])('that WeChat would refuse are refused at %s: %j', async (place, change) => {
    const { code, errors } = await problemOf(save(change));
    expect([code, errors?.map(({ path: at }) => at)]).toEqual(['request.invalid', [`items.0.${place}`]]);
  });

  it('that were turned off are offered to nobody', async () => {
    await save({ templateId: null });
    const { templates } = await r.t.as('linxiao').subscriptions.show({});
    expect(templates.map(({ purpose }) => purpose)).toEqual(['deadline', 'decision', 'digest']);
  });
});
