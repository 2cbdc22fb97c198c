// Tables as people make them, in workbooks as spreadsheets write them.
import { jobColumns } from '@qihang/server/features/jobs/import/fields';
import { importJobs } from '@qihang/server/features/jobs/import/run';
import type { FileRow, Reading } from '@qihang/server/files/input';
import { readRows } from '@qihang/server/files/read-file';
import { startTestApp, type TestApp } from '../support/app';
import { type CellXml, sheetXml, type WorkbookXml, workbookOf } from '../support/workbooks/workbook';
import { collect, plain } from './files';

const read = (bytes: Buffer, sheet?: string): Promise<Reading> =>
  readRows({ name: 'a.xlsx', bytes }, jobColumns, { sheet });

type Rows = readonly (readonly CellXml[])[];
type Extras = Parameters<typeof sheetXml>[1] & { links?: Record<string, string> };

const bookOf = (rows: Rows, { links, ...extras }: Extras = {}, more: Partial<WorkbookXml> = {}): Buffer =>
  workbookOf({
    sheets: [{ name: '岗位', xml: sheetXml(rows, extras), ...(links ? { links } : {}) }],
    ...more,
  });

const header = ['岗位名称', '单位', '人数'];

async function rowsOf(rows: Rows, extras?: Extras, more?: Partial<WorkbookXml>): Promise<FileRow[]> {
  const reading = await read(bookOf(rows, extras, more));
  return (await collect(reading.rows)) as FileRow[];
}

/** What one cell below 截止时间 is read as. */
async function cellOf(cell: CellXml, more: Partial<WorkbookXml> = {}): Promise<string | undefined> {
  const [row] = await rowsOf(
    [
      ['岗位名称', '单位', '截止时间'],
      ['焊工', '江州重工', cell],
    ],
    {},
    more,
  );
  return row?.cells.find(([column]) => column === '截止时间')?.[1];
}

describe('merged cells', () => {
  it('carry their value down, and say so', async () => {
    const rows = await rowsOf(
      [header, ['焊工', '江州重工', 5], ['钳工', null, null], ['电工', null, 2], ['车工', '江州电机', 1]],
      { merged: ['B2:B4', 'C2:C3'] },
    );
    expect(plain(rows)).toEqual([
      { 岗位名称: '焊工', 单位: '江州重工', 人数: '5' },
      { 岗位名称: '钳工', 单位: '江州重工', 人数: '5' },
      { 岗位名称: '电工', 单位: '江州重工', 人数: '2' },
      { 岗位名称: '车工', 单位: '江州电机', 人数: '1' },
    ]);
    expect(rows.map(({ carried }) => carried)).toEqual([undefined, ['单位', '人数'], ['单位'], undefined]);
  });

  it('give their value to each column that they cover', async () => {
    const rows = await rowsOf(
      [
        ['岗位名称', '单位', '学历', '专业'],
        ['焊工', '江州重工', '不限', null],
        ['钳工', '江州重工', null, null],
      ],
      { merged: ['C2:D3'] },
    );
    expect(plain(rows)).toEqual([
      { 岗位名称: '焊工', 单位: '江州重工', 学历: '不限', 专业: '不限' },
      { 岗位名称: '钳工', 单位: '江州重工', 学历: '不限', 专业: '不限' },
    ]);
  });

  it('make one column of those below one heading', async () => {
    const rows = await rowsOf(
      [
        ['岗位名称', '单位', '岗位职责', null, null],
        ['焊工', '江州重工', '负责焊接', null, null],
        ['钳工', '江州重工', '负责装配', null, '能倒班'],
      ],
      { merged: ['C1:E1', 'C2:E2', 'C3:D3'] },
    );
    expect(plain(rows)).toEqual([
      { 岗位名称: '焊工', 单位: '江州重工', 岗位职责: '负责焊接' },
      { 岗位名称: '钳工', 单位: '江州重工', 岗位职责: '负责装配\n能倒班' },
    ]);
  });

  it('that reach below the last row make no rows', async () => {
    const rows = await rowsOf([header, ['焊工', '江州重工', 1], [null, null, null]], {
      merged: ['B2:B9000'],
    });
    expect(rows).toHaveLength(1);
  });
});

describe('headings', () => {
  it('in two rows name each column by the lower one, and by both where the lower one says too little', async () => {
    const rows = await rowsOf(
      [
        ['江州市 2027 年岗位表', null, null, null, null, null],
        ['单位', '岗位信息', null, '专业要求', null, '联系'],
        [null, '岗位名称', '人数', '本科', '研究生', null],
        ['江州重工', '焊工', 3, '焊接技术', '材料学', '0571-88880000'],
      ],
      { merged: ['A1:F1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:F3'] },
    );
    expect(plain(rows)).toEqual([
      {
        单位: '江州重工',
        岗位名称: '焊工',
        人数: '3',
        '专业要求（本科）': '焊接技术',
        '专业要求（研究生）': '材料学',
        联系: '0571-88880000',
      },
    ]);
  });

  it('in two rows are found in a text file, too, where nothing is merged', async () => {
    const csv = '单位,岗位信息,,联系方式\n,岗位名称,学历,\n江州重工,焊工,大专,0571-88880000\n';
    const reading = await readRows({ name: 'a.csv', bytes: Buffer.from(csv) }, jobColumns);
    expect(plain(await collect(reading.rows))).toEqual([
      { 单位: '江州重工', 岗位名称: '焊工', 学历: '大专', 联系方式: '0571-88880000' },
    ]);
  });

  it('stay one row where the first row of data only looks short', async () => {
    const rows = await rowsOf([header, ['焊工', '江州重工', null], ['钳工', '江州电机', 2]]);
    expect(plain(rows)[0]).toEqual({ 岗位名称: '焊工', 单位: '江州重工', 人数: '' });
  });

  it('that are missing leave their column its letter, and numbers of rows are known as such', async () => {
    const reading = await read(
      bookOf([
        [null, '岗位名称', '单位', null],
        [1, '焊工', '江州重工', '包食宿'],
        [2, '钳工', '江州电机', null],
        [3, '电工', '江州电机', null, null, '见附件'],
      ]),
    );
    expect(plain(await collect(reading.rows))).toEqual([
      { 序号: '1', 岗位名称: '焊工', 单位: '江州重工', 'D 列': '包食宿', 'F 列': '' },
      { 序号: '2', 岗位名称: '钳工', 单位: '江州电机', 'D 列': '', 'F 列': '' },
      { 序号: '3', 岗位名称: '电工', 单位: '江州电机', 'D 列': '', 'F 列': '见附件' },
    ]);
    expect(reading.unnamedColumns).toEqual(['D 列', 'F 列']);
  });
});

describe('rows that are none', () => {
  it('are passed over, and their lines told', async () => {
    const reading = await read(
      bookOf(
        [
          header,
          ['一、国有企业', null, null],
          ['焊工', '江州重工', 3],
          ['钳工', null, 2],
          ['小计', null, 5],
          header,
          ['合计工程师', '江州电机', 1],
          ['合　计', null, 6],
          ['注：以上岗位均为 2027 届', null, null],
        ],
        { merged: ['A2:C2', 'B3:B5', 'A9:C9'] },
      ),
    );
    expect(plain(await collect(reading.rows))).toEqual([
      { 岗位名称: '焊工', 单位: '江州重工', 人数: '3' },
      { 岗位名称: '钳工', 单位: '江州重工', 人数: '2' },
      { 岗位名称: '合计工程师', 单位: '江州电机', 人数: '1' },
    ]);
    expect(reading.passedOver).toEqual({ totals: [5, 8], headings: [2, 6, 9] });
    expect(reading.count).toBe(3);
  });

  it('are known in a text file', async () => {
    const csv = '岗位名称,单位,人数\n焊工,江州重工,3\n合计：,,3\n总计,,3人\n';
    const reading = await readRows({ name: 'a.csv', bytes: Buffer.from(csv) }, jobColumns);
    expect(reading.count).toBe(1);
    expect(reading.passedOver.totals).toEqual([3, 4]);
  });

  it('are not those that a filter hides: they are read and counted', async () => {
    const reading = await read(
      bookOf([header, ['焊工', '江州重工', 3], ['钳工', '江州重工', 2]], {
        hiddenRows: [3],
        columns: '<col min="3" max="3" hidden="1"/>',
      }),
    );
    expect(reading.count).toBe(2);
    expect(reading.hidden).toEqual({ rows: 1, columns: ['人数'] });
  });
});

describe('hyperlinks', () => {
  const shown = { xml: '<c t="inlineStr"><is><t>点击投递</t></is></c>' };
  const formula = (code: string) => ({
    xml: `<c t="str"><f>${code.replaceAll('"', '&quot;').replaceAll('&amp;quot;', '&quot;')}</f><v>点击投递</v></c>`,
  });

  it('keep their address beside their words', async () => {
    const rows = await rowsOf(
      [
        ['岗位名称', '单位', '投递方式'],
        ['焊工', '江州重工', shown],
        ['钳工', '江州重工', shown],
        ['电工', '江州重工', shown],
        ['车工', '江州重工', formula('HYPERLINK("https://a.example.com/3","点击投递")')],
        ['铣工', '江州重工', shown],
        ['刨工', '江州重工', shown],
      ],
      {
        hyperlinks: {
          C2: 'r:id="r1"',
          C3: 'r:id="r2" location="/job/2"',
          C4: 'location="说明!A1"',
          C6: 'r:id="r3"',
          C7: 'r:id="r4"',
        },
        links: {
          r1: 'https://a.example.com/1?a=1&b=2',
          r2: 'https://a.example.com/',
          r3: 'mailto:hr@example.com',
          r4: 'javascript:alert(1)',
        },
      },
    );
    expect(plain(rows).every((row) => typeof row === 'object' && row.投递方式 === '点击投递')).toBe(true);
    expect(rows.map(({ links }) => links?.[0])).toEqual([
      ['投递方式', 'https://a.example.com/1?a=1&b=2'],
      ['投递方式', 'https://a.example.com/#/job/2'],
      undefined,
      ['投递方式', 'https://a.example.com/3'],
      ['投递方式', 'mailto:hr@example.com'],
      undefined,
    ]);
  });

  it('by formula take the address from the cell that they name, also where the formula was filled down', async () => {
    const rows = await rowsOf([
      ['岗位名称', '单位', '备注', '投递方式'],
      [
        '焊工',
        '江州重工',
        'https://a.example.com/1',
        {
          xml: '<c t="str"><f t="shared" ref="D2:D3" si="0">HYPERLINK(C2,"点击投递")</f><v>点击投递</v></c>',
        },
      ],
      [
        '钳工',
        '江州重工',
        'https://a.example.com/2',
        { xml: '<c t="str"><f t="shared" si="0"/><v>点击投递</v></c>' },
      ],
    ]);
    expect(rows.map(({ links }) => links)).toEqual([
      [['投递方式', 'https://a.example.com/1']],
      [['投递方式', 'https://a.example.com/2']],
    ]);
  });

  it('go down with a merged cell', async () => {
    const rows = await rowsOf(
      [
        ['岗位名称', '单位', '投递方式'],
        ['焊工', '江州重工', shown],
        ['钳工', '江州重工', null],
      ],
      { merged: ['C2:C3'], hyperlinks: { C2: 'r:id="r1"' }, links: { r1: 'https://a.example.com/1' } },
    );
    expect(rows[1]?.links).toEqual([['投递方式', 'https://a.example.com/1']]);
  });
});

describe('dates', () => {
  const day = 46_361; // 2026-12-05
  const at = (hours: number) => hours / 24;

  it.each<[string, number, string | number, string]>([
    ['ten o’clock', 46361.416666666664, 'yyyy/m/d h:mm', '2026-12-05 10:00'],
    ['ten o’clock, cut by its writer', 46361.4166, 'yyyy/m/d h:mm', '2026-12-05 10:00'],
    ['midnight, a little early', 46360.9999999999, 'yyyy/m/d', '2026-12-05'],
    ['the last second of a day', day + at(23) + 3599 / 86_400, 'yyyy/m/d h:mm:ss', '2026-12-05 23:59'],
    ['the last minute of a day', day + at(23) + 59 / 1440, 'yyyy-mm-dd hh:mm', '2026-12-05 23:59'],
    ['half past five', day + at(17.5), 22, '2026-12-05 17:30'],
    ['a day by its number', day, 14, '2026-12-05'],
    ['a day of a Chinese Excel', day, 31, '2026-12-05'],
    ['a day of a Chinese Excel, once more', day, 58, '2026-12-05'],
    ['a day in Chinese words', day, 'yyyy"年"m"月"d"日"', '2026-12-05'],
    ['a day with a language', day, '[$-804]yyyy"年"m"月"d"日";@', '2026-12-05'],
    ['a day of the week, too', day, '[$-804]yyyy/m/d aaaa', '2026-12-05'],
    ['escaped words', day, 'yyyy\\-mm\\-dd', '2026-12-05'],
    ['a month', day, 'yyyy"年"m"月"', '2026年12月'],
    ['a month by its number', day, 57, '2026年12月'],
    ['a time of day', at(18), 'h:mm', '18:00'],
    ['a time of day in Chinese words', at(9.5), '上午/下午h"时"mm"分"', '09:30'],
    ['a time of day by its number', at(18), 20, '18:00'],
    ['hours', 1.5, '[h]:mm', '36:00'],
    ['a day before the leap day that never was', 59, 'yyyy/m/d', '1900-02-28'],
    ['no day at all', 9_999_999, 'yyyy/m/d', '9999999'],
  ])('%s', async (_, value, format, text) => {
    expect(await cellOf({ value, style: 1 }, { formats: [format] })).toBe(text);
  });

  it('may be counted from 1904', async () => {
    expect(await cellOf({ value: day - 1462, style: 1 }, { formats: ['yyyy/m/d'], date1904: true })).toBe(
      '2026-12-05',
    );
  });

  it('may be text, as strict workbooks have it', async () => {
    const strict = (text: string) => cellOf({ xml: `<c t="d"><v>${text}</v></c>` }, { strict: true });
    expect(await strict('2026-12-05T00:00:00')).toBe('2026-12-05');
    expect(await strict('2026-12-05T18:00:00.000')).toBe('2026-12-05 18:00');
  });
});

describe('numbers', () => {
  it.each<[string, number | string, string | number, string]>([
    ['as they are', '0.30000000000000004', 0, '0.3'],
    ['in full, whatever the format shows', 13_812_345_678, '0.00E+00', '13812345678'],
    ['as a percentage', 0.055, '0.0%', '5.5%'],
    ['as a percentage by its number', 0.05, 9, '5%'],
    ['with words behind', 8000, '#,##0"元/月"', '8000元/月'],
    ['with a currency', 1200, '[$$-409]#,##0.00', '$1200'],
    ['with a sign of Chinese money', 8000, '"¥"#,##0.00_);("¥"#,##0.00)', '¥8000'],
    ['in thousands', 8000, '0.0,"K"', '8K'],
    ['with zeros in front', 1234567, '0000000000', '0001234567'],
    ['with words in a general format', 5, 'General"人"', '5人'],
    ['below zero', -3, '0_ ', '-3'],
  ])('%s', async (_, value, format, text) => {
    expect(await cellOf({ value, style: 1 }, { formats: [format] })).toBe(text);
  });

  it('of more than 15 digits come with a warning', async () => {
    const [row] = await rowsOf([
      ['岗位名称', '单位', '备注'],
      ['焊工', '江州重工', { value: '4.20102199001011E+17', style: 0 }],
    ]);
    expect(row?.cells[2]).toEqual(['备注', '420102199001011000']);
    expect(row?.notes).toEqual([{ column: '备注', code: 'long-number', text: '420102199001011000' }]);
  });

  it('that a text file has cut come with a warning', async () => {
    const csv =
      '岗位名称,单位,备注,联系方式\n焊工,江州重工,4.20102E+17,420102199001011000\n钳工,江州重工,420102199001011234,13812345678\n';
    const rows = (await collect(
      (
        await readRows({ name: 'a.csv', bytes: Buffer.from(csv) }, jobColumns)
      ).rows,
    )) as FileRow[];
    expect(rows.map(({ notes }) => notes?.map(({ column, code }) => [column, code]))).toEqual([
      [
        ['备注', 'scientific'],
        ['联系方式', 'long-number'],
      ],
      undefined,
    ]);
  });
});

describe('cells', () => {
  const note = async (xml: string, more?: Partial<WorkbookXml>) => {
    const [row] = await rowsOf(
      [
        ['岗位名称', '单位', '备注'],
        ['焊工', '江州重工', { xml }],
      ],
      {},
      more,
    );
    return { text: row?.cells[2]?.[1], notes: row?.notes?.map(({ code }) => code) };
  };

  it.each<[string, string, string, string[] | undefined]>([
    ['an error is empty', '<c t="e"><f>A9/0</f><v>#N/A</v></c>', '', ['error-value']],
    [
      'a formula has the value that it had',
      '<c t="str"><f>A2&amp;"岗"</f><v>焊工岗</v></c>',
      '焊工岗',
      undefined,
    ],
    ['a formula without a value is empty', '<c><f>SUM(A1:A2)</f></c>', '', ['uncalculated']],
    [
      'a picture is empty',
      '<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
      '',
      ['picture'],
    ],
    ['a truth', '<c t="b"><v>1</v></c>', 'TRUE', undefined],
    [
      'rich text is joined',
      '<c t="inlineStr"><is><r><t>包</t></r><r><rPr><b/></rPr><t xml:space="preserve">食宿 </t></r></is></c>',
      '包食宿 ',
      undefined,
    ],
    [
      'sounds are no text',
      '<c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
      '東京',
      undefined,
    ],
    [
      'what XML cannot hold',
      '<c t="inlineStr"><is><t>甲_x000A_乙_x005F_x</t></is></c>',
      '甲\n乙_x',
      undefined,
    ],
    ['a text of the table of texts', '<c t="s"><v>1</v></c>', '包食宿', undefined],
    ['CDATA', '<c t="inlineStr"><is><t><![CDATA[A<B]]></t></is></c>', 'A<B', undefined],
  ])('%s', async (_, xml, text, notes) => {
    const strings =
      '<si><t>无</t></si><si><r><t>包</t></r><r><t>食宿</t></r><rPh sb="0" eb="1"><t>ほう</t></rPh></si>';
    expect(await note(xml, { strings })).toEqual({ text, notes });
  });

  it('may leave out their addresses', async () => {
    const t = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const xml = `<sheetData><row>${t('岗位名称')}${t('单位')}</row><row>${t('焊工')}${t('江州重工')}</row></sheetData>`;
    const reading = await read(workbookOf({ sheets: [{ name: 'a', xml }] }));
    expect(plain(await collect(reading.rows))).toEqual([{ 岗位名称: '焊工', 单位: '江州重工' }]);
  });
});

describe('sheets', () => {
  const of = (title: string) => sheetXml([header, [title, '江州重工', 1]]);
  const book = workbookOf({
    sheets: [
      { name: '字典', state: 'veryHidden', xml: of('不要') },
      { name: '旧表', state: 'hidden', xml: of('旧岗') },
      { name: '岗位 "A" & B', xml: of('焊工') },
      { name: '说明', xml: sheetXml([['请看另一张表']]) },
    ],
  });
  const titles = async (sheet?: string) => plain(await collect((await read(book, sheet)).rows));

  it('that are hidden are skipped, and all are named', async () => {
    const reading = await read(book);
    expect(reading.sheets).toEqual([
      { name: '字典', hidden: true, chosen: false },
      { name: '旧表', hidden: true, chosen: false },
      { name: '岗位 "A" & B', hidden: false, chosen: true },
      { name: '说明', hidden: false, chosen: false },
    ]);
    expect(await titles()).toMatchObject([{ 岗位名称: '焊工' }]);
  });

  it('are chosen by name or number', async () => {
    expect(await titles('旧表')).toMatchObject([{ 岗位名称: '旧岗' }]);
    expect(await titles('3')).toMatchObject([{ 岗位名称: '焊工' }]);
  });

  it('without a header name the others', async () => {
    const failed = await read(book, '说明').catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringMatching(/没有找到表头.*工作表“岗位 "A" & B”/),
      sheets: [{}, {}, {}, { name: '说明', chosen: true }],
    });
  });

  it('are read from a strict workbook', async () => {
    const rows = await rowsOf([header, ['焊工', '江州重工', 1]], {}, { strict: true });
    expect(plain(rows)).toEqual([{ 岗位名称: '焊工', 单位: '江州重工', 人数: '1' }]);
  });
});

/** A table as an office keeps it: a title, a note, two rows of headings, employers merged over their posts, sums. */
function officeSheet(count: number) {
  const rows: CellXml[][] = [
    ['江州市 2027 届毕业生岗位信息汇总表'],
    ['填报单位：江州市人社局', null, null, null, null, null, null, null, '填报日期：2026 年 11 月'],
    ['序号', '用人单位', '岗位信息', null, null, null, '报名', null, '备注'],
    [null, null, '岗位名称', '人数', '学历', '专业', '截止时间', '投递链接', null],
  ];
  const merged = ['A1:I1', 'A2:D2', 'C3:F3', 'G3:H3', 'A3:A4', 'B3:B4', 'I3:I4'];
  const hyperlinks: Record<string, string> = {};
  for (let post = 0, employer = 0; post < count; employer += 1) {
    const first = rows.length + 1;
    const posts = Math.min(1 + ((employer * 7) % 9), count - post);
    for (let i = 0; i < posts; i += 1, post += 1) {
      const own = i === 0;
      rows.push([
        own ? employer + 1 : null,
        own ? `江州第${employer + 1}精密机械有限公司` : null,
        `工艺工程师（第 ${post + 1} 岗）`,
        (post % 5) + 1,
        post % 3 === 0 ? '本科及以上' : '硕士',
        own ? '车辆工程、机械类' : null,
        own ? { value: 46_500 + 17.5 / 24, style: 1 } : null,
        own ? '点击投递' : null,
        null,
      ]);
    }
    const last = rows.length;
    if (last > first)
      merged.push(...['A', 'B', 'F', 'G', 'H'].map((column) => `${column}${first}:${column}${last}`));
    hyperlinks[`H${first}`] = 'r:id="r1"';
    rows.push([null, '小计', null, posts, null, null, null, null, null]);
  }
  rows.push(['合计', null, null, count, null, null, null, null, null]);
  return bookOf(
    rows,
    { merged, hyperlinks, links: { r1: 'https://jobs.example.com/apply' } },
    { formats: ['yyyy/m/d h:mm'] },
  );
}

describe('a sheet of 500 posts as an office keeps it', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t.close());

  it('comes in row by row, none refused', async () => {
    const reading = await read(officeSheet(500));
    expect(reading.count).toBe(500);
    const rows = (await collect(reading.rows)) as FileRow[];
    expect(rows.every(({ cells }) => cells.every(([column, text]) => column === '备注' || text !== ''))).toBe(
      true,
    );
    expect(rows.every(({ links }) => links?.[0]?.[1] === 'https://jobs.example.com/apply')).toBe(true);
    expect(new Map(rows[3]?.cells).get('截止时间')).toMatch(/ 17:30$/);
    const { context, people } = t;
    const summary = await importJobs(context, reading.rows, {
      ownerId: people.admin.id,
      now: context.clock.now(),
      dryRun: true,
    });
    expect(summary).toMatchObject({ read: 500, imported: 500, refused: 0 });
  });
});
