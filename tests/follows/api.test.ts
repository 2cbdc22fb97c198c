import { followLimits } from '@qihang/shared/follows/vocabulary';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import { follow, publish } from './support';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const mine = async (company?: string) =>
  (await t.as('linxiao').follows.list({ query: company === undefined ? {} : { company } })).items;

describe('POST /follows', () => {
  it('follows a board, an employer and a filter, in words and with what is recent', async () => {
    await publish(t);
    await publish(t, {
      title: '电气设计工程师',
      company: '临江电气',
      cities: ['江州'],
      majors: ['电气工程'],
    });
    const board = await follow(t, 'linxiao', { kind: 'board', board: 'jobs' }, 'weekly');
    expect(board).toMatchObject({ kind: 'board', title: '招聘信息', board: 'jobs', recent: 2, off: false });
    const employer = await follow(t, 'linxiao', { kind: 'employer', company: '岚山新能源科技有限公司' });
    expect(employer).toMatchObject({
      kind: 'employer',
      title: '岚山新能源科技有限公司',
      recent: 1,
      mode: 'at-once',
    });
    const filter = { city: ['江州市'], major: ['电气工程'], kind: ['campus' as const] };
    expect(await follow(t, 'linxiao', { kind: 'filter', filter })).toMatchObject({
      kind: 'filter',
      title: '江州 · 电气工程 · 校招',
      filter: { city: ['江州'], major: ['电气工程'], kind: ['campus'] },
      recent: 1,
    });
    expect(await mine()).toHaveLength(3);
    t.clock.advance(8 * 24 * 3_600_000);
    expect((await mine()).map(({ recent }) => recent)).toEqual([0, 0, 0]);
  });

  it('keeps the same thing once, with the mode that was chosen last', async () => {
    const first = await follow(t, 'linxiao', { kind: 'employer', company: '岚山新能源科技' }, 'weekly');
    const second = await follow(t, 'linxiao', { kind: 'employer', company: '岚山新能源科技有限公司' });
    expect(second).toMatchObject({ id: first.id, mode: 'at-once' });
    await follow(t, 'linxiao', { kind: 'filter', filter: { board: 'jobs' } });
    expect((await follow(t, 'linxiao', { kind: 'board', board: 'jobs' })).kind).toBe('board');
    expect(await mine()).toHaveLength(2);
    expect(await mine('岚山新能源科技股份有限公司')).toMatchObject([{ id: first.id }]);
    expect(await mine('临江电气')).toEqual([]);
  });

  it.each([
    [{ kind: 'board' }, 'kind'],
    [{ kind: 'board', company: '临江电气' }, 'kind'],
    [{ kind: 'employer', company: '临江电气', board: 'jobs' }, 'kind'],
    [{ kind: 'employer', company: '临' }, 'company'],
    [{ kind: 'filter', filter: {} }, 'filter'],
    [{ kind: 'filter', filter: { city: [] } }, 'filter'],
    [{ kind: 'filter', filter: { kind: ['nothing'] } }, 'filter.kind.0'],
    [{ kind: 'filter', filter: { mine: true } }, 'filter.mine'],
    [{ kind: 'filter', filter: { city: ['江州'], state: ['closed'] } }, 'filter.state'],
    [{ kind: 'board', board: 'jobs', mode: 'never' }, 'mode'],
  ])('refuses %j', async (body, path) => {
    const response = await t.send('/follows', { method: 'POST', as: 'linxiao', body });
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, path]);
  });

  it('follows no board of questions, none that is off, and no filter of such a board', async () => {
    expect(await problemOf(follow(t, 'linxiao', { kind: 'board', board: 'threads' }))).toMatchObject({
      code: 'board.wrong-kind',
    });
    expect(
      await problemOf(
        follow(t, 'linxiao', { kind: 'filter', filter: { board: 'guidance', city: ['江州'] } }),
      ),
    ).toMatchObject({ code: 'board.wrong-kind' });
    expect(await problemOf(follow(t, 'linxiao', { kind: 'board', board: 'nothing' }))).toMatchObject({
      status: 404,
    });
  });

  it(`takes ${followLimits.perPerson} of a person, and then one that is there already`, async () => {
    for (let i = 0; i < followLimits.perPerson; i += 1)
      await follow(t, 'linxiao', { kind: 'employer', company: `第${i}家单位` });
    expect(await problemOf(follow(t, 'linxiao', { kind: 'board', board: 'jobs' }))).toMatchObject({
      status: 409,
      code: 'follow.too-many',
    });
    expect(await follow(t, 'linxiao', { kind: 'employer', company: '第3家单位' }, 'weekly')).toMatchObject({
      mode: 'weekly',
    });
    expect(await follow(t, 'zhaoyu', { kind: 'board', board: 'jobs' })).toMatchObject({ kind: 'board' });
  });
});

describe('what is followed', () => {
  it('changes its mode and goes, for its person alone', async () => {
    const { id } = await follow(t, 'linxiao', { kind: 'board', board: 'guidance' });
    expect(
      await problemOf(t.as('zhaoyu').follows.change({ params: { id }, body: { mode: 'weekly' } })),
    ).toMatchObject({ status: 404 });
    await t.as('zhaoyu').follows.remove({ params: { id } });
    expect(await t.as('linxiao').follows.change({ params: { id }, body: { mode: 'weekly' } })).toMatchObject({
      mode: 'weekly',
    });
    await t.as('linxiao').follows.remove({ params: { id } });
    expect(await mine()).toEqual([]);
    await t.as('linxiao').follows.remove({ params: { id } });
  });

  it('says that nothing can match while its board is off', async () => {
    await t.as('guidanceLead').posts.create({ body: postDraft() });
    await follow(t, 'linxiao', { kind: 'board', board: 'guidance' });
    await follow(t, 'linxiao', { kind: 'filter', filter: { board: 'jobs', city: ['宁波'] } });
    await publish(t);
    expect((await mine()).map(({ recent, off }) => [recent, off])).toEqual([
      [1, false],
      [1, false],
    ]);
    for (const slug of ['guidance', 'jobs'])
      await t.as('admin').boards.update({ params: { slug }, body: { enabled: false } });
    expect((await mine()).map(({ recent, off }) => [recent, off])).toEqual([
      [0, true],
      [0, true],
    ]);
  });
});
