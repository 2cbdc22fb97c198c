import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { UnreadableFileError } from '@qihang/server/files/input';
import writeXlsx from 'write-excel-file/node';
import { type ArchiveEntry, archiveOf, u64 } from '../support/workbooks/archive';
import { entriesOf, sheetXml } from '../support/workbooks/workbook';
import { fileOf, pathOf, plain, removeFiles, rowsIn } from './files';

afterAll(removeFiles);

const table = '岗位名称,单位,薪资\n车间工艺员,江州重工,5000\n';
const row = { 岗位名称: '车间工艺员', 单位: '江州重工', 薪资: '5000' };

// 岗位名称,单位,薪资 / 车间工艺员,江州重工,5000 as Excel on Chinese Windows saves it.
const gb18030 = Buffer.from(
  'b8dacebbc3fbb3c62cb5a5cebb2cd0bdd7ca0d0ab3b5bce4b9a4d2d5d4b12cbdadd6ddd6d8b9a42c353030300d0a',
  'hex',
);

/** The entry with its sizes in the field for sizes of 64 bits. */
function longSizes(entry: ArchiveEntry): ArchiveEntry {
  const content = Buffer.from(entry.content);
  const extra = Buffer.concat([Buffer.from([1, 0, 16, 0]), u64(content.length), u64(content.length)]);
  return { ...entry, stored: true, extra, said: { packed: 0xffffffff, unpacked: 0xffffffff } };
}

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
    ['GB18030', gb18030],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${table.replaceAll('\n', '\r\n')}`, 'utf16le')],
    ['lone \\r', Buffer.from(table.replaceAll('\n', '\r'))],
    ['tabs', Buffer.from(table.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(table.replaceAll(',', ';'))],
  ])('is read as %s', async (_, content) => {
    expect(plain(await rowsIn(fileOf('a.csv', content)))).toEqual([row]);
  });

  test('one broken byte does not turn a UTF-8 file into nonsense', async () => {
    const content = Buffer.concat([
      Buffer.from(table),
      Buffer.from([0xff]),
      Buffer.from('工程师,江州电机,\n'),
    ]);
    expect(plain(await rowsIn(fileOf('a.csv', content)))).toEqual([
      row,
      { 岗位名称: '\ufffd工程师', 单位: '江州电机', 薪资: '' },
    ]);
  });

  test('characters and line ends may fall between two chunks of the file', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `第${i}号岗位,江州重工,${i}`);
    const rows = plain(await rowsIn(fileOf('a.csv', `岗位名称,单位,薪资\r\n${lines.join('\r\n')}\r\n`)));
    expect(rows).toHaveLength(20_000);
    expect(rows.every((one, i) => typeof one === 'object' && one.岗位名称 === `第${i}号岗位`)).toBe(true);
  });

  test('quoted cells hold commas, quotes and line breaks', async () => {
    const file = fileOf(
      'a.csv',
      '岗位,公司,描述\n甲岗,江州重工,"一、负责""总装"",\n二、值班"\n乙岗,江州电机,\n',
    );
    expect(await rowsIn(file)).toEqual([
      {
        line: 2,
        cells: [
          ['岗位', '甲岗'],
          ['公司', '江州重工'],
          ['描述', '一、负责"总装",\n二、值班'],
        ],
      },
      {
        line: 4,
        cells: [
          ['岗位', '乙岗'],
          ['公司', '江州电机'],
          ['描述', ''],
        ],
      },
    ]);
  });

  test('an unclosed quote costs its own line, wherever it stands', async () => {
    const good = Array.from({ length: 1000 }, (_, i) => `岗位${i},江州重工,"第 ${i} 行"`);
    const lines = [
      '岗位,公司,描述',
      ...good.slice(0, 500),
      '坏岗,"江州电机,没有结束',
      ...good.slice(500),
      '"末行',
    ];
    const rows = plain(await rowsIn(fileOf('a.csv', lines.join('\n'))));
    expect(rows.filter((one) => typeof one === 'string')).toEqual(['引号没有成对', '引号没有成对']);
    expect(rows).toHaveLength(1002);
    expect(rows[500]).toBe('引号没有成对');
    expect(rows[501]).toEqual({ 岗位: '岗位500', 公司: '江州重工', 描述: '第 500 行' });
  });

  test('a stray quote inside a cell is an inch mark and nothing else', async () => {
    const rows = await rowsIn(fileOf('a.csv', '岗位,公司,描述\n装配,江州重工,5" 屏\n检验,江州重工,无损\n'));
    expect(plain(rows)).toEqual([
      { 岗位: '装配', 公司: '江州重工', 描述: '5" 屏' },
      { 岗位: '检验', 公司: '江州重工', 描述: '无损' },
    ]);
  });

  test('a row of more cells than columns is refused, not shifted; missing cells at the end are empty', async () => {
    const rows = await rowsIn(fileOf('a.csv', '岗位,公司,城市\n装配,江州,重工,江州\n检验,江州重工\n,,,\n'));
    expect(plain(rows)).toEqual([
      '有 4 格，表头只有 3 列，可能少了引号',
      { 岗位: '检验', 公司: '江州重工', 城市: '' },
    ]);
  });

  test('a title above the header is passed over', async () => {
    const rows = await rowsIn(
      fileOf('a.csv', '附件1,,\n江州市 2026 年岗位表,,\n单位,岗位,人数\n江州重工,焊工,2\n'),
    );
    expect(rows).toEqual([
      {
        line: 4,
        cells: [
          ['单位', '江州重工'],
          ['岗位', '焊工'],
          ['人数', '2'],
        ],
      },
    ]);
  });
});

describe('JSONL', () => {
  test('broken lines are named and stop nothing', async () => {
    const file = fileOf(
      'a.jsonl',
      [
        '{"title":"甲岗","company":"江州重工","cities":["江州","宁波"],"headcount":3,"degree":null}',
        '{"title":"乙岗",',
        '["丙岗"]',
        '',
        '{"title":{"zh":"丁岗"},"company":"江州重工"}',
        '{"title":"戊岗","company":"江州重工","extra":{"a":1}}',
      ].join('\n'),
    );
    const rows = await rowsIn(file);
    expect(plain(rows)).toEqual([
      { title: '甲岗', company: '江州重工', cities: '江州、宁波', headcount: '3', degree: '' },
      '不是完整的 JSON',
      '不是 JSON 对象',
      '“title”的值应是文字，不是对象',
      { title: '戊岗', company: '江州重工' },
    ]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 5, 6]);
  });

  test('a line longer than memory should hold is refused by itself', async () => {
    const long = `{"title":"${'长'.repeat(1_200_000)}"}`;
    const rows = await rowsIn(fileOf('a.jsonl', `${long}\n{"title":"甲岗"}\n`));
    expect(plain(rows)).toEqual(['这一行太长', { title: '甲岗' }]);
  });
});

describe('XLSX', () => {
  const cell = (value: string | number) =>
    typeof value === 'number' ? { value, type: Number } : { value, type: String };

  async function workbook(): Promise<string> {
    const file = pathOf('a.xlsx');
    const date = { value: new Date('2026-12-05T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' };
    await writeXlsx([
      { sheet: '说明', data: [[cell('请看第二张表')]] },
      {
        sheet: '岗位',
        data: [
          [cell('岗位名称'), cell('单位'), cell('人数'), cell('截止时间')],
          [cell('车间工艺员'), cell('江州重工'), cell(3), date],
          [null, null, null, null],
          [cell('质检员'), cell('江州重工'), null, null],
        ],
      },
    ]).toFile(file);
    return file;
  }

  test.each(['2', '岗位'])('reads the sheet %s with its numbers and dates', async (sheet) => {
    expect(plain(await rowsIn(await workbook(), sheet))).toEqual([
      { 岗位名称: '车间工艺员', 单位: '江州重工', 人数: '3', 截止时间: '2026-12-05' },
      { 岗位名称: '质检员', 单位: '江州重工', 人数: '', 截止时间: '' },
    ]);
  });

  test('a workbook saved under .csv is read as what it is', async () => {
    const file = fileOf('b.csv', readFileSync(await workbook()));
    expect(await rowsIn(file, '岗位')).toHaveLength(2);
  });

  test.each([
    ['第三张', '表格里没有工作表“第三张”'],
    ['9', '表格里没有工作表“9”'],
    [undefined, '没有找到表头'],
  ])('says what is wrong with sheet %s', async (sheet, message) => {
    await expect(rowsIn(await workbook(), sheet)).rejects.toThrow(message);
  });
});

describe('an uploaded file', () => {
  const uploaded = (name: string, bytes: Buffer) => rowsIn({ name, bytes });

  test('is read from memory in every format', async () => {
    const file = pathOf('uploaded.xlsx');
    const texts = [
      ['岗位名称', '单位', '薪资'],
      ['车间工艺员', '江州重工', '5000'],
    ];
    await writeXlsx(
      texts.map((line) => line.map((value) => ({ value, type: String as StringConstructor }))),
    ).toFile(file);
    const formats: [string, Buffer][] = [
      ['a.csv', gb18030],
      ['a.jsonl', Buffer.from(JSON.stringify(row))],
      ['a.xlsx', readFileSync(file)],
    ];
    for (const [name, bytes] of formats) expect(plain(await uploaded(name, bytes))).toEqual([row]);
  });
});

describe('an archive', () => {
  const entries = entriesOf({
    sheets: [
      {
        name: '岗位',
        xml: sheetXml([
          ['岗位名称', '单位', '薪资'],
          ['车间工艺员', '江州重工', '5000'],
        ]),
      },
    ],
  });
  const every = (change: Partial<ArchiveEntry>) => entries.map((entry) => ({ ...entry, ...change }));

  test.each<[string, Buffer]>([
    ['is read as it is usually written', archiveOf(entries)],
    ['may leave sizes open until they are known', archiveOf(every({ described: 16 }))],
    ['may do so in 64 bits', archiveOf(every({ described: 24 }))],
    ['may have a ZIP64 directory', archiveOf(entries, { zip64: true })],
    ['may have sizes in ZIP64 fields', archiveOf(entries.map(longSizes))],
    ['may be stored without packing', archiveOf(every({ stored: true }))],
    ['may have a comment', archiveOf(entries, { comment: Buffer.from('由 WPS 保存') })],
    [
      'may have room for growth in its headers',
      archiveOf(every({ extra: Buffer.from([0x20, 0xa2, 4, 0, 0, 0, 0, 0]) })),
    ],
    [
      'may hold folders and pictures',
      archiveOf([
        ...entries,
        { name: 'xl/media/', content: '', stored: true },
        { name: 'xl/media/a.png', content: Buffer.alloc(100) },
      ]),
    ],
    [
      'may have backslashes in names',
      archiveOf(entries.map((entry) => ({ ...entry, name: entry.name.replaceAll('/', '\\') }))),
    ],
  ])('%s', async (_, bytes) => {
    expect(plain(await rowsIn({ name: 'a.xlsx', bytes }))).toEqual([row]);
  });
});

describe('a file that cannot be read at all', () => {
  test.each([
    ['a.csv', '', '文件是空的'],
    ['a.csv', '\n\n', '文件是空的'],
    ['a.csv', '职位,城市\n甲,江州\n', '没有找到表头'],
    ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧的 .xls'],
    ['a.xlsx', Buffer.from('504b0304deadbeef', 'hex'), '不是能读的 .xlsx'],
    ['a.pdf', '%PDF-1.7', '只能导入'],
  ])('%s is refused with a line that says why', async (name, content, message) => {
    const reading = rowsIn(fileOf(name, content));
    await expect(reading).rejects.toThrow(UnreadableFileError);
    await expect(reading).rejects.toThrow(message);
  });

  test('nor is a missing file or a folder', async () => {
    await expect(rowsIn(pathOf('nowhere.csv'))).rejects.toThrow('没有这个文件');
    await expect(rowsIn(pathOf('.'))).rejects.toThrow('这是一个文件夹');
  });
});
