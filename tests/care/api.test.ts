import { problemOf, startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const settings = () => ({
  lines: [{ name: '校心理中心', about: '工作日 8:30–17:00', phone: '0535-6000000' }],
  person: { name: '王老师', about: '3 号楼 210', userId: t.people.wanglaoshi.id },
  promise: null,
});

describe('GET /care', () => {
  it('shows everybody the national line, and promises nothing, until the school fills it in', async () => {
    expect(await t.as().care.show({})).toEqual({
      lines: [{ name: '全国心理援助热线', about: '24 小时', phone: '12356' }],
      person: null,
      promise: null,
    });
  });

  it('shows what was saved, without the account of the person', async () => {
    await t.as('admin').care.save({ body: settings() });
    const shown = await t.as().care.show({});
    expect(shown).toEqual({ ...settings(), person: { name: '王老师', about: '3 号楼 210' } });
    expect(JSON.stringify(shown)).not.toContain(t.people.wanglaoshi.id);
    expect(await t.as('admin').care.settings({})).toEqual(settings());
  });
});

describe('PUT /admin/care', () => {
  it('takes what is typed in full width', async () => {
    const body = { ...settings(), lines: [{ name: '热线', about: null, phone: '０５３５－６００' }] };
    expect((await t.as('admin').care.save({ body })).lines[0]?.phone).toBe('0535-600');
  });

  it('refuses words in place of a number, and a sixth line', async () => {
    const [line] = settings().lines;
    if (!line) throw new Error('no line');
    const wordy = { ...settings(), lines: [{ ...line, phone: '请到办公室' }] };
    expect((await problemOf(t.as('admin').care.save({ body: wordy }))).errors).toMatchObject([
      { path: 'lines.0.phone' },
    ]);
    const many = { ...settings(), lines: Array.from({ length: 6 }, () => line) };
    expect(await problemOf(t.as('admin').care.save({ body: many }))).toMatchObject({
      code: 'request.invalid',
    });
  });

  it.each(['nobody', 'zhaoyu'] as const)('refuses %s, who is no teacher', async (who) => {
    const userId = who === 'nobody' ? who : t.people[who].id;
    const body = { ...settings(), person: { name: '某人', about: null, userId } };
    expect(await problemOf(t.as('admin').care.save({ body }))).toMatchObject({ code: 'resource.not-found' });
  });
});
