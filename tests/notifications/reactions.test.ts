import { startTestApp, type TestApp } from '../support/app';
import type { PersonKey } from '../support/people';
import { askedAndAnswered, happens, inbox } from './support';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const idOf = (person: PersonKey) => t.people[person].id;
const told = async (person: PersonKey) => (await inbox(t, person)).map(({ kind }) => kind);
const afterUndo = () => t.clock.advance(10_000);
const everybody: PersonKey[] = [
  'linxiao',
  'zhaoyu',
  'fresh',
  'unverified',
  'chenyiming',
  'guidanceLead',
  'formerLead',
  'wanglaoshi',
  'admin',
];
/** Who has a message of a kind. */
async function peopleTold(kind: string): Promise<PersonKey[]> {
  const found: PersonKey[] = [];
  for (const person of everybody) if ((await told(person)).some((one) => one === kind)) found.push(person);
  return found;
}

describe('a question', () => {
  it('tells its asker of answers, folded, and nobody of an own one', async () => {
    const asked = await askedAndAnswered(t);
    await happens(t, 'thread.answered', asked);
    expect(await peopleTold('thread.answered')).toEqual([]);
    afterUndo();
    expect(await peopleTold('thread.answered')).toEqual(['linxiao']);
    await t
      .as('wanglaoshi')
      .threads.answer({ params: { id: asked.threadId }, body: { body: '以学校通知为准。' } });
    afterUndo();
    expect((await inbox(t, 'linxiao'))[0]).toMatchObject({ title: '你的问题有 2 个新回答', count: 2 });
    await t
      .as('linxiao')
      .threads.answer({ params: { id: asked.threadId }, body: { body: '谢谢，我去问问。' } });
    afterUndo();
    expect((await inbox(t, 'linxiao'))[0]).toMatchObject({ count: 2 });
  });

  it('takes the news of an answer back when readers no longer see it', async () => {
    const asked = await askedAndAnswered(t);
    await happens(t, 'thread.answered', asked);
    await happens(t, 'content.moved', {
      type: 'answer',
      id: asked.answerId,
      board: 'threads',
      authorId: idOf('zhaoyu'),
      from: 'published',
      to: 'hidden',
      move: 'hide',
      actorId: idOf('wanglaoshi'),
      note: null,
    });
    afterUndo();
    expect(await told('linxiao')).toEqual([]);
  });

  it('tells its followers of answers, folded, but neither the author of one nor the asker twice', async () => {
    const asked = await askedAndAnswered(t);
    const params = { id: asked.threadId };
    for (const person of ['chenyiming', 'guidanceLead', 'zhaoyu'] as const)
      await t.as(person).threads.follow({ params });
    await happens(t, 'thread.answered', asked);
    expect(await peopleTold('thread.followed-answered')).toEqual([]);
    afterUndo();
    expect(await peopleTold('thread.followed-answered')).toEqual(['chenyiming', 'guidanceLead']);
    expect(await peopleTold('thread.answered')).toEqual(['linxiao']);
    await t.as('wanglaoshi').threads.answer({ params, body: { body: '就业办窗口就能办。' } });
    afterUndo();
    const followed = (await inbox(t, 'guidanceLead')).filter(
      ({ kind }) => kind === 'thread.followed-answered',
    );
    expect(followed.map(({ count }) => count)).toEqual([2]);
    await t.as('admin').moderation.hide({
      body: { target: { type: 'answer', id: asked.answerId }, reason: 'other', note: '写错了' },
    });
    expect((await inbox(t, 'guidanceLead')).map(({ count }) => count)).toEqual([1]);
    await t.as('chenyiming').threads.unfollow({ params });
    await happens(t, 'thread.answered', asked);
    afterUndo();
    expect((await inbox(t, 'chenyiming')).map(({ count }) => count)).toEqual([1]);
  });

  it('tells the person on duty, until somebody has answered', async () => {
    const asked = await askedAndAnswered(t);
    await happens(t, 'thread.asked', { threadId: asked.threadId, board: 'threads', category: 'policy' });
    afterUndo();
    expect(await peopleTold('thread.on-duty')).toEqual(['chenyiming']);
    await happens(t, 'thread.answered', asked);
    expect(await peopleTold('thread.on-duty')).toEqual([]);
    await happens(t, 'thread.unsolved', { threadId: asked.threadId, board: 'threads' });
    afterUndo();
    expect(await peopleTold('thread.unsolved')).toEqual(['chenyiming']);
  });

  it('tells the next one and the asker when nobody answered in time', async () => {
    const { threadId, board } = await askedAndAnswered(t);
    await happens(t, 'thread.asked', { threadId, board, category: 'policy' });
    const step = { threadId, board, fromId: idOf('chenyiming'), toId: idOf('wanglaoshi'), step: 2 };
    await happens(t, 'thread.escalated', step);
    expect(await peopleTold('thread.escalated')).toEqual(['wanglaoshi']);
    expect(await peopleTold('thread.moved-on')).toEqual(['linxiao']);
    expect(await peopleTold('thread.on-duty')).toEqual([]);
  });

  it('tells the author of the answer that was accepted', async () => {
    await happens(t, 'thread.accepted', await askedAndAnswered(t));
    expect(await peopleTold('thread.accepted')).toEqual(['zhaoyu']);
  });

  it('asked anonymously is told without its asker', async () => {
    const asked = await askedAndAnswered(t, { anonymous: true });
    await happens(t, 'thread.asked', { threadId: asked.threadId, board: 'threads', category: 'policy' });
    await happens(t, 'care.raised', { type: 'thread', id: asked.threadId, board: 'threads' });
    await happens(t, 'thread.accepted', asked);
    afterUndo();
    for (const person of everybody.filter((one) => one !== 'linxiao')) {
      const { body } = await t.send('/notifications', { as: person });
      for (const secret of [idOf('linxiao'), '林晓', '车辆工程']) expect(body).not.toContain(secret);
    }
  });
});

describe('what others do to a piece', () => {
  const moved = (threadId: string, move: 'approve' | 'return' | 'hide' | 'restore', change = {}) =>
    happens(t, 'content.moved', {
      type: 'thread',
      id: threadId,
      board: 'threads',
      authorId: idOf('linxiao'),
      from: 'in-review',
      to: move === 'return' ? 'returned' : move === 'hide' ? 'hidden' : 'published',
      move,
      actorId: idOf('wanglaoshi'),
      note: null,
      ...change,
    });

  it.each([
    ['approve', 'piece.passed'],
    ['return', 'piece.returned'],
    ['hide', 'piece.hidden'],
    ['restore', 'piece.restored'],
  ] as const)('%s tells its author, and nobody else, once it can no longer be undone', async (move, kind) => {
    const { threadId } = await askedAndAnswered(t);
    await moved(threadId, move);
    expect(await peopleTold(kind)).toEqual([]);
    afterUndo();
    expect(await peopleTold(kind)).toEqual(['linxiao']);
  });

  it('is told with the reason, as long as the piece is in that state', async () => {
    const { threadId } = await askedAndAnswered(t);
    const target = { type: 'thread', id: threadId } as const;
    await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'privacy', note: '写了手机号' } });
    afterUndo();
    expect((await inbox(t, 'linxiao'))[0]).toMatchObject({
      title: '下架：签过三方，还能按应届报选调吗？',
      body: '泄露个人信息：写了手机号',
      link: { page: 'thread', id: threadId },
    });
    // One that was read stays.
    await t.as('linxiao').notifications.read({ body: { all: true } });
    await t.as('wanglaoshi').moderation.restore({ body: { target, note: '改好了' } });
    expect((await inbox(t, 'linxiao'))[0]?.body).not.toContain('手机号');
  });

  it('is never told of what was undone', async () => {
    const { threadId } = await askedAndAnswered(t);
    await moved(threadId, 'return');
    t.clock.advance(4000);
    await moved(threadId, 'approve', { from: 'returned', to: 'in-review' });
    await moved(threadId, 'hide');
    t.clock.advance(4000);
    await moved(threadId, 'restore');
    afterUndo();
    expect((await told('linxiao')).filter((kind) => kind !== 'piece.passed')).toEqual([]);
  });

  it('counts by the last word', async () => {
    const { threadId } = await askedAndAnswered(t);
    await moved(threadId, 'return');
    afterUndo();
    await moved(threadId, 'approve');
    afterUndo();
    expect(await told('linxiao')).toEqual(['piece.passed']);
  });

  it('is no news to a person who did it', async () => {
    const { threadId } = await askedAndAnswered(t);
    await moved(threadId, 'hide', { actorId: idOf('linxiao') });
    afterUndo();
    expect(await told('linxiao')).toEqual([]);
  });
});

describe('a case', () => {
  const opened = (id: string, change = {}) =>
    happens(t, 'case.opened', {
      caseId: 'c1',
      kind: 'review',
      type: 'thread',
      id,
      board: 'threads',
      authorId: idOf('linxiao'),
      urgent: true,
      care: false,
      forTeachers: false,
      ...change,
    });
  const decided = (id: string, change = {}) =>
    happens(t, 'case.decided', {
      caseId: 'c1',
      kind: 'appeal',
      type: 'thread',
      id,
      board: 'threads',
      authorId: idOf('linxiao'),
      action: 'approve',
      deciderId: idOf('wanglaoshi'),
      reasons: [],
      note: null,
      againstDeciderId: null,
      ...change,
    });

  it('that is urgent is told to those who keep the board, but its author, until it is decided', async () => {
    const { threadId } = await askedAndAnswered(t);
    await opened(threadId, { urgent: false });
    expect(await peopleTold('case.urgent')).toEqual([]);
    await opened(threadId);
    expect(await peopleTold('case.urgent')).toEqual(['chenyiming', 'wanglaoshi']);
    await decided(threadId, { kind: 'review' });
    expect(await peopleTold('case.urgent')).toEqual([]);
    const own = await t.as('chenyiming').threads.ask({
      body: { title: '值班的人也有问题想问', category: 'other', anonymous: true },
    });
    await opened(own.id);
    expect(await peopleTold('case.urgent')).toEqual(['wanglaoshi']);
  });

  it('of despair is told to teachers alone', async () => {
    const { threadId } = await askedAndAnswered(t);
    await opened(threadId, { care: true });
    await happens(t, 'care.raised', { type: 'thread', id: threadId, board: 'threads' });
    expect(await peopleTold('case.urgent')).toEqual([]);
    expect(await peopleTold('care.raised')).toEqual(['wanglaoshi']);
  });

  it('of despair is told to the person that the school names, too, but not of the own words', async () => {
    const person = { name: '周老师', about: '心理中心', userId: idOf('admin') };
    await t.as('admin').care.save({ body: { lines: [], person, promise: null } });
    const { threadId } = await askedAndAnswered(t);
    await happens(t, 'care.raised', { type: 'thread', id: threadId, board: 'threads' });
    expect(await peopleTold('care.raised')).toEqual(['wanglaoshi', 'admin']);
    const own = await t.as('admin').threads.ask({ body: { title: '管理员自己的问题', category: 'other' } });
    await happens(t, 'care.raised', { type: 'thread', id: own.id, board: 'threads' });
    const byPerson = async (one: PersonKey) =>
      (await inbox(t, one)).filter(({ kind }) => kind === 'care.raised').length;
    expect([await byPerson('wanglaoshi'), await byPerson('admin')]).toEqual([2, 1]);
  });

  it('of despair is not told to the named person once the office has ended', async () => {
    const person = { name: '周老师', about: '心理中心', userId: idOf('admin') };
    await t.as('admin').care.save({ body: { lines: [], person, promise: null } });
    const { db } = t.context;
    await db.write((tx) => tx.update(db.tables.careSettings).set({ personId: idOf('formerLead') }));
    const { threadId } = await askedAndAnswered(t);
    await happens(t, 'care.raised', { type: 'thread', id: threadId, board: 'threads' });
    expect(await peopleTold('care.raised')).toEqual(['wanglaoshi']);
  });

  it('goes to admins where there is no teacher but its author', async () => {
    const { id } = await t.as('wanglaoshi').threads.ask({
      body: { title: '老师自己的一个问题', category: 'other' },
    });
    await happens(t, 'care.raised', { type: 'thread', id, board: 'threads' });
    expect(await peopleTold('care.raised')).toEqual(['admin']);
  });

  it.each([
    ['approve', 'appeal.overturned'],
    ['dismiss', 'appeal.upheld'],
  ] as const)('of an appeal that is decided with %s tells its author', async (action, kind) => {
    const { threadId } = await askedAndAnswered(t);
    await opened(threadId, { kind: 'appeal', urgent: false });
    expect(await peopleTold('case.appealed')).toEqual(['wanglaoshi']);
    await decided(threadId, { action });
    expect(await told('linxiao')).toEqual([]);
    afterUndo();
    expect(await told('linxiao')).toEqual([kind]);
    expect(await peopleTold('case.appealed')).toEqual([]);
  });

  it('of an appeal is one message, whichever of the move and the decision comes first', async () => {
    const { threadId } = await askedAndAnswered(t);
    const restored = {
      type: 'thread',
      id: threadId,
      board: 'threads',
      authorId: idOf('linxiao'),
      from: 'hidden',
      to: 'published',
      move: 'restore',
      actorId: idOf('admin'),
      note: null,
    } as const;
    await happens(t, 'content.moved', restored);
    await decided(threadId);
    afterUndo();
    expect(await told('linxiao')).toEqual(['appeal.overturned']);
    await t.as('linxiao').notifications.read({ body: { all: true } });
    await decided(threadId);
    await happens(t, 'content.moved', restored);
    afterUndo();
    expect(await told('linxiao')).toEqual(['appeal.overturned', 'appeal.overturned']);
  });

  it('of an appeal that was undone is not told', async () => {
    const { threadId } = await askedAndAnswered(t);
    await decided(threadId, { action: 'dismiss' });
    await happens(t, 'case.undone', {
      caseId: 'c1',
      kind: 'appeal',
      type: 'thread',
      id: threadId,
      board: 'threads',
      authorId: idOf('linxiao'),
    });
    afterUndo();
    expect(await told('linxiao')).toEqual([]);
  });
});

describe('a report', () => {
  const report = { reportId: 'r1', targetType: 'thread' } as const;

  it('tells its reporter what came of it, and nobody else', async () => {
    const { threadId } = await askedAndAnswered(t);
    const decided = { ...report, reporterId: idOf('zhaoyu'), targetId: threadId, action: 'hide' } as const;
    await happens(t, 'report.decided', decided);
    afterUndo();
    expect(await peopleTold('report.hide')).toEqual(['zhaoyu']);
    expect((await inbox(t, 'zhaoyu'))[0]).toMatchObject({ link: { page: 'my-reports', id: null } });
  });

  it('whose decision was undone tells nothing', async () => {
    const { threadId } = await askedAndAnswered(t);
    const reporterId = idOf('zhaoyu');
    await happens(t, 'report.decided', { ...report, reporterId, targetId: threadId, action: 'dismiss' });
    await happens(t, 'report.reopened', { reportId: 'r1', reporterId });
    afterUndo();
    expect(await told('zhaoyu')).toEqual([]);
  });
});

describe('a duty that is to be taken by another', () => {
  const swap = { swapId: 's1', board: 'threads', day: '2026-11-27' };

  it('is told to the one who was asked, or to every lead of the board but the one who asks', async () => {
    await happens(t, 'duty.swap-asked', { ...swap, byId: idOf('wanglaoshi'), toId: idOf('chenyiming') });
    expect(await peopleTold('duty.swap-asked')).toEqual(['chenyiming']);
    await happens(t, 'duty.swap-settled', {
      ...swap,
      byId: idOf('wanglaoshi'),
      actorId: idOf('chenyiming'),
      accepted: true,
    });
    expect(await peopleTold('duty.swap-accepted')).toEqual(['wanglaoshi']);
    expect(await peopleTold('duty.swap-asked')).toEqual([]);
    await happens(t, 'duty.swap-asked', { ...swap, byId: idOf('chenyiming'), toId: null });
    expect(await peopleTold('duty.swap-asked')).toEqual([]);
    await happens(t, 'duty.swap-asked', { ...swap, byId: idOf('wanglaoshi'), toId: null });
    expect(await peopleTold('duty.swap-asked')).toEqual(['chenyiming']);
  });
});
