import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const me = () => t.as('linxiao').notificationSettings;
const usual = {
  quiet: true,
  quietFrom: '22:00',
  quietTo: '08:00',
  switches: { deadlines: true, answers: true, followed: true, matches: true, 'job-changes': true },
};

it('are the usual ones until a person chooses, and keep what is not changed', async () => {
  expect(await me().show({})).toEqual(usual);
  expect(await me().change({ body: {} })).toEqual(usual);
  const first = await me().change({ body: { quietFrom: '23:30', switches: { followed: false } } });
  expect(first).toEqual({ ...usual, quietFrom: '23:30', switches: { ...usual.switches, followed: false } });
  await me().change({ body: { quiet: false, switches: { answers: false } } });
  await me().change({ body: { switches: { followed: true } } });
  expect(await me().show({})).toEqual({
    ...first,
    quiet: false,
    switches: { ...usual.switches, answers: false },
  });
  expect(await t.as('zhaoyu').notificationSettings.show({})).toEqual(usual);
});

it('refuse hours that begin when they end, and times that are none', async () => {
  const { errors } = await problemOf(me().change({ body: { quietTo: '22:00' } }));
  expect(errors).toEqual([{ path: 'quietTo', message: expect.stringContaining('同一个时间') }]);
  expect((await problemOf(me().change({ body: { quietFrom: '24:00' } }))).code).toBe('request.invalid');
  expect(await me().show({})).toEqual(usual);
});

describe('a kind that a person turned off', () => {
  const answerTo = async () => {
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
    await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '先问就业办，再去盖章。' } });
    t.clock.advance(11_000);
    return (await t.as('linxiao').notifications.list({ query: {} })).items.map(({ kind }) => kind);
  };

  it('is not told to that person, and to others as before', async () => {
    await t.as('zhaoyu').notificationSettings.change({ body: { switches: { answers: false } } });
    expect(await answerTo()).toEqual(['thread.answered']);
    await me().change({ body: { switches: { answers: false } } });
    expect(await answerTo()).toEqual(['thread.answered']);
  });

  it('leaves what cannot be muted', async () => {
    const off = { deadlines: false, answers: false, followed: false, matches: false, 'job-changes': false };
    await me().change({ body: { switches: off } });
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
    await t.as('wanglaoshi').moderation.hide({
      body: { target: { type: 'thread', id }, reason: 'other', note: '重复的问题' },
    });
    t.clock.advance(11_000);
    const { items } = await t.as('linxiao').notifications.list({ query: {} });
    expect(items.map(({ kind }) => kind)).toEqual(['piece.hidden']);
  });
});
