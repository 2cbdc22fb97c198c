import { startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

/** 东湖 is in no list of cities: it is one here because the settings say so. */
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ QIHANG_HOME_CITY: '东湖市' });
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const lead = () => t.as('chenyiming');
const published = (cities: string[]) => lead().jobs.create({ body: jobDraft({ cities }) });
const found = async (query: Parameters<ReturnType<TestApp['as']>['jobs']['list']>[0]['query']) =>
  (await t.as().jobs.list({ query })).items.map(({ cities }) => cities);

describe('the home city is a city', () => {
  it('in the answer about the site, as it is kept', async () => {
    expect((await t.as().site.get({})).homeCity).toBe('东湖');
  });

  it.each(['东湖', '东湖市', '东湖市、宁波', '宁波／东湖'])('in a table: %s', async (text) => {
    const csv = `岗位,单位,城市\n工艺员,江州重工,"${text}"`;
    const { rows } = await lead().jobImport.preview({ file: { name: 'a.csv', content: Buffer.from(csv) } });
    expect(rows[0]?.read?.cities).toContain('东湖');
    expect(
      rows[0]?.problems.filter(({ field, severity }) => field === 'cities' && severity !== 'note'),
    ).toEqual([]);
  });

  it('in a pasted text', async () => {
    const text =
      '招聘：工艺员 3名\n单位：江州重工有限公司\n工作地点：东湖\n学历：本科\n薪资：6000-8000元/月\n投递：hr@jzhi.example';
    const { drafts } = await lead().jobWriting.parse({ body: { text } });
    expect(drafts[0]?.fields.cities).toEqual(['东湖']);
  });

  it('in a form, which may write it with 市, and in the filters', async () => {
    await published(['东湖市']);
    await published(['宁波']);
    expect(await found({ local: true })).toEqual([['东湖']]);
    expect(await found({ city: ['东湖'] })).toEqual([['东湖']]);
    expect(await found({ city: ['东湖市'] })).toEqual([['东湖']]);
  });

  it('to the self-check: a text that names it says where the work is', async () => {
    const rules = async (body: string) => {
      const { findings } = await lead().jobWriting.lint({
        body: { job: { ...jobDraft({ cities: [] }), body } },
      });
      return findings.map(({ rule }) => rule);
    };
    const words = '负责整车试验和数据整理。要求熟悉机械制图，能适应现场工作。';
    expect(await rules(words)).toContain('missing.place');
    expect(await rules(`${words}在东湖上班。`)).not.toContain('missing.place');
  });
});
