import { reviewedTypes } from '@qihang/shared/content/vocabulary';
import { workingCopyDays } from '@qihang/shared/revisions/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { type Desk, deskOf } from './pieces';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

describe.each(reviewedTypes)('unpublished changes of a %s', (type) => {
  let desk: Desk;
  let id: string;
  let version: number;
  beforeEach(async () => {
    desk = deskOf(t, type);
    ({ id, version } = await desk.create('chenyiming', '读者看到的标题'));
  });
  const save = (as: 'chenyiming' | 'wanglaoshi', title: string, baseVersion = version) =>
    desk.revisions(as).saveWorkingCopy({ params: { id }, body: { fields: desk.words(title), baseVersion } });
  const open = (as: 'chenyiming' | 'wanglaoshi') => desk.revisions(as).workingCopy({ params: { id } });

  it('are kept without changing anything for readers', async () => {
    expect(await open('chenyiming')).toEqual({ copy: null, others: [] });
    const { savedAt } = await save('chenyiming', '');
    expect(await open('chenyiming')).toEqual({
      copy: { fields: { title: '' }, baseVersion: version, savedAt },
      others: [],
    });
    expect(await desk.read(undefined, id)).toMatchObject({ title: '读者看到的标题', version });
  });

  it('are one a person, and tell each that the other is editing', async () => {
    await save('chenyiming', '我的');
    t.clock.advance(60_000);
    const { savedAt } = await save('wanglaoshi', '老师的');
    expect(await open('chenyiming')).toMatchObject({
      copy: { fields: { title: '我的' } },
      others: [{ by: '王立群 老师', savedAt }],
    });
    expect(await open('wanglaoshi')).toMatchObject({ others: [{ by: '陈一鸣 同学' }] });
  });

  it('go when the same person publishes, and stay when another does', async () => {
    await save('chenyiming', '我的');
    await save('wanglaoshi', '老师的');
    await desk.edit('wanglaoshi', id, version, { title: '老师改过的' });
    expect((await open('wanglaoshi')).copy).toBeNull();
    expect(await open('chenyiming')).toMatchObject({
      copy: { fields: { title: '我的' }, baseVersion: version },
    });
    // What it was built on is not there any more: an edit with it is refused.
    const stale = desk.edit('chenyiming', id, version, { title: '我的' });
    expect(await problemOf(stale)).toMatchObject({ status: 409, code: 'version.stale' });
  });

  it('go when they are dropped, and two months after the last save', async () => {
    await save('chenyiming', '我的');
    await save('wanglaoshi', '老师的');
    await desk.revisions('chenyiming').dropWorkingCopy({ params: { id } });
    expect((await open('chenyiming')).copy).toBeNull();
    t.clock.advance((workingCopyDays - 1) * dayMs);
    await t.runTasks();
    expect(await t.context.db.read.$count(t.context.db.tables.workingCopies)).toBe(1);
    t.clock.advance(2 * dayMs);
    await t.runTasks();
    expect(await t.context.db.read.$count(t.context.db.tables.workingCopies)).toBe(0);
  });

  it('are no larger than the piece may be', async () => {
    const long = desk.revisions('chenyiming').saveWorkingCopy({
      params: { id },
      body: { fields: { [desk.text]: '长'.repeat(50_001) }, baseVersion: version },
    });
    expect(await problemOf(long)).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('are for people who may write: not while muted', async () => {
    const { id: questionId } = await t.as('chenyiming').threads.ask({
      body: { title: '能不能补签三方协议？', body: '想问一下。', category: 'policy' },
    });
    const target = { type: 'thread', id: questionId } as const;
    await t.as('admin').moderation.mute({ body: { target, days: 1, reason: '试一试' } });
    expect(await problemOf(save('chenyiming', '我的'))).toMatchObject({ status: 403, code: 'person.muted' });
    expect((await open('chenyiming')).copy).toBeNull();
  });
});
