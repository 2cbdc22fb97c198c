// Cases about questions and answers as people really write them: what the machine said, what a decision leaves, what moves along.
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { caseOf, queue, type Ref } from './pieces';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const board = { slug: 'exams', name: '考试问答', kind: 'thread', position: 70, enabled: true } as const;
  await t.as('admin').boards.create({ body: board });
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const clean = '省考要不要先毕业？';
const flagged = '谁有内推？加微信 neitui2026 详聊，押金三百';

type Type = 'thread' | 'answer';

/** A question or an answer to one of 林晓, by 赵雨. */
async function write(type: Type, words: string, anonymous = false): Promise<Ref> {
  if (type === 'thread') {
    const { id } = await t.as('zhaoyu').threads.ask({ body: threadDraft({ title: words, anonymous }) });
    return { type, id };
  }
  const asked = await t.as('linxiao').threads.ask({ body: threadDraft({ title: '档案怎么转？' }) });
  const { answers } = await t
    .as('zhaoyu')
    .threads.answer({ params: { id: asked.id }, body: { body: words, anonymous } });
  return { type, id: answers[0]?.id ?? '' };
}

async function rewrite({ type, id }: Ref, version: number, words: string): Promise<void> {
  const api = t.as('zhaoyu').threads;
  if (type === 'thread') await api.edit({ params: { id }, body: { version, title: words } });
  else await api.editAnswer({ params: { id }, body: { version, body: words } });
}

/** The piece as a person reads it; undefined where it is not there for that person. */
async function shownTo(by: PersonKey, { type, id }: Ref) {
  if (type === 'thread')
    return t
      .as(by)
      .threads.detail({ params: { id } })
      .catch(() => undefined);
  const { items } = await t.as('linxiao').threads.list({ query: { limit: 50 } });
  for (const one of items) {
    const { answers } = await t.as(by).threads.detail({ params: { id: one.id } });
    const found = answers.find((answer) => answer.id === id);
    if (found) return found;
  }
  return undefined;
}

function appeal({ type, id }: Ref) {
  const call = { params: { id }, body: { text: '我没有违反社区规范。' } };
  const api = t.as('zhaoyu').cases;
  return type === 'thread' ? api.appealThread(call) : api.appealAnswer(call);
}

const hide = (target: Ref) =>
  t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'other', note: '先核实' } });

describe.each<[Type, boolean]>([
  ['thread', false],
  ['thread', true],
  ['answer', false],
  ['answer', true],
])('a %s that is taken down (anonymous: %s)', (type, anonymous) => {
  it('says by whom, when and why to its author alone, who appeals once, and another brings it back', async () => {
    const ref = await write(type, clean, anonymous);
    t.clock.advance(60_000);
    await hide(ref);
    const at = t.clock.now().toISOString();
    expect((await shownTo('zhaoyu', ref))?.takenDown).toEqual({
      by: '王立群 老师',
      at,
      note: '其他原因：先核实',
      reasons: [],
      marks: [],
      appealable: true,
      appeal: null,
    });
    expect((await shownTo('linxiao', ref))?.takenDown).toBeUndefined();
    t.clock.advance(60_000);
    await appeal(ref);
    expect((await shownTo('zhaoyu', ref))?.takenDown).toMatchObject({
      appealable: false,
      appeal: { state: 'open', text: '我没有违反社区规范。' },
    });
    expect((await problemOf(appeal(ref))).status).toBe(409);
    expect((await queue(t, 'wanglaoshi', 'appealed')).map(({ target }) => target.id)).not.toContain(ref.id);
    const { id } = await caseOf(t, 'admin', ref, 'appealed');
    await t.as('admin').cases.decide({ params: { id }, body: { action: 'approve' } });
    expect((await shownTo('zhaoyu', ref))?.takenDown).toBeNull();
    expect(await shownTo('linxiao', ref)).toBeDefined();
  });
});

describe.each<Type>(['thread', 'answer'])('what the machine said of a %s', (type) => {
  it('is in the queue from the first moment, and follows each change while it waits', async () => {
    const ref = await write(type, flagged);
    const opened = await caseOf(t, 'wanglaoshi', ref);
    expect(opened.verdict?.verdict).not.toBe('pass');
    expect(opened.verdict?.words.length).toBeGreaterThan(0);
    await rewrite(ref, 1, clean);
    const changed = await caseOf(t, 'wanglaoshi', ref);
    expect(changed).toMatchObject({ id: opened.id, verdict: { verdict: 'pass', words: [] } });
    await rewrite(ref, 2, '身份证号 11010519491231002X，帮我看看');
    const again = await caseOf(t, 'wanglaoshi', ref);
    expect(again.verdict?.verdict).not.toBe('pass');
    expect(again.verdict?.words).not.toEqual(opened.verdict?.words);
  });
});

describe.each<Type>(['thread', 'answer'])('a %s that was returned and is sent again', (type) => {
  it('shows what changed, word by word', async () => {
    const ref = await write(type, flagged);
    const first = await caseOf(t, 'wanglaoshi', ref);
    const body = { action: 'return', reason: 'fee', note: '不要留微信' } as const;
    await t.as('wanglaoshi').cases.decide({ params: { id: first.id }, body });
    const better = '谁有内推？加微信详聊，押金三百';
    await rewrite(ref, 1, better);
    const again = await caseOf(t, 'admin', ref);
    expect(again).toMatchObject({ round: 2, lastReturn: { by: '王立群 老师' } });
    const { piece } = await t.as('admin').cases.detail({ params: { id: again.id } });
    const path = type === 'thread' ? 'title' : 'body';
    expect(piece?.changes?.map((change) => change.path)).toEqual([path]);
    const passages = piece?.changes?.[0]?.parts ?? [];
    const without = (left: string) =>
      passages
        .filter(({ op }) => op !== left)
        .map(({ text }) => text)
        .join('');
    expect([without('added'), without('removed')]).toEqual([flagged, better]);
    expect(passages.some(({ op }) => op === 'same')).toBe(true);
  });
});

it('follow a question to another board: the cases about it and its answers are of the people there', async () => {
  const asked = await write('thread', clean);
  const { answers } = await t
    .as('linxiao')
    .threads.answer({ params: { id: asked.id }, body: { body: '先毕业。' } });
  const answered: Ref = { type: 'answer', id: answers[0]?.id ?? '' };
  const elsewhere = await write('thread', '档案放在学校可以吗？');
  for (const target of [asked, answered, elsewhere])
    await t.as('chenyiming').reports.report({ body: { target, reason: 'ad', note: '' } });
  const boards = async () =>
    Object.fromEntries((await queue(t, 'admin', 'reported')).map(({ target, board }) => [target.id, board]));
  expect(await boards()).toEqual({
    [asked.id]: 'threads',
    [answered.id]: 'threads',
    [elsewhere.id]: 'threads',
  });
  const target = { type: 'thread', id: asked.id } as const;
  await t.as('admin').threadMeasures.move({ body: { target, reason: '是考试的事', board: 'exams' } });
  expect(await boards()).toEqual({ [asked.id]: 'exams', [answered.id]: 'exams', [elsewhere.id]: 'threads' });
});
