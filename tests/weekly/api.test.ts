import { follow } from '../follows/support';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const week = (who: PersonKey) => t.as(who).weekly.show({});
const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });

it('asks a visitor to sign in', async () => {
  expect(await problemOf(t.as().weekly.show({}))).toMatchObject({ status: 401 });
});

it('says what to add for a person of whom nothing is known, and is empty otherwise', async () => {
  const empty = await week('wanglaoshi');
  expect(empty).toMatchObject({
    matches: { total: 0, items: [] },
    follows: [],
    closing: [],
    threads: [],
    to: t.clock.now().toISOString(),
  });
  expect(empty.improve[0]).toBe('填写专业，优先看到对口的岗位');
});

it('gathers jobs that fit, what is followed, what closes, and questions', async () => {
  const fitting = await publish({ deadline: '2026-12-20' });
  const power = await publish({
    title: '电气设计工程师',
    company: '临江电气',
    majors: ['电气工程'],
    deadline: '2026-11-26',
  });
  const later = await publish({
    title: '工艺工程师',
    company: '晨雾制造',
    majors: ['法学'],
    deadline: '2026-12-27',
  });
  const post = await t.as('guidanceLead').posts.create({ body: postDraft() });
  for (const { id } of [power, later]) await t.as('linxiao').saves.save({ params: { id }, body: {} });
  await follow(t, 'linxiao', { kind: 'board', board: 'guidance' }, 'weekly');
  t.clock.advance(1000);
  await follow(t, 'linxiao', { kind: 'employer', company: '临江电气股份有限公司' }, 'at-once');
  await follow(t, 'linxiao', { kind: 'employer', company: '没有岗位的单位' }, 'weekly');
  const asked = await t.as('linxiao').threads.ask({ body: threadDraft({ anonymous: true }) });
  await t.as('zhaoyu').threads.answer({ params: { id: asked.id }, body: { body: '先问就业办。' } });
  const shown = await week('linxiao');
  expect(shown.matches.items.map(({ id }) => id)).toEqual([fitting.id]);
  expect(shown.matches.items[0]?.match?.fits).toBe(true);
  expect(shown.follows).toMatchObject([
    { kind: 'employer', title: '临江电气股份有限公司', total: 1, jobs: [{ id: power.id }], posts: [] },
    { kind: 'board', title: '就业指导', total: 1, jobs: [], posts: [{ id: post.id, title: post.title }] },
  ]);
  expect(shown.closing.map(({ id }) => id)).toEqual([power.id]);
  expect(shown.threads).toEqual([{ id: asked.id, title: asked.title, mine: true, answers: 1, waits: true }]);
  await t.as('linxiao').saves.save({ params: { id: power.id }, body: { progress: 'applied' } });
  expect((await week('linxiao')).closing).toEqual([]);
});

it('shows nothing that readers no longer see, and nothing older than a week', async () => {
  const { id } = await publish({ deadline: '2026-11-30' });
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  await t.as('linxiao').saves.save({ params: { id }, body: {} });
  t.clock.set('2026-11-28T10:23+08:00');
  expect(await week('linxiao')).toMatchObject({ matches: { total: 0 }, follows: [], closing: [{ id }] });
  t.clock.set('2026-11-27T10:23+08:00');
  expect(await week('linxiao')).toMatchObject({ matches: { total: 1 }, follows: [{ total: 1 }] });
  await t
    .as('wanglaoshi')
    .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '核实' } });
  expect(await week('linxiao')).toMatchObject({ matches: { total: 0 }, follows: [], closing: [] });
});
