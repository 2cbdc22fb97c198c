import { deflateRawSync } from 'node:zlib';
import { type ArchiveEntry, archiveOf, endRecord, u64 } from '../support/workbooks/archive';
import {
  entriesOf,
  lettersOf,
  rowXml,
  sheetXml,
  type WorkbookXml,
  workbookOf,
} from '../support/workbooks/workbook';

/** A file made to hurt who reads it. */
export interface Bomb {
  file: string;
  bytes: Buffer;
  /** Part of the message that it is refused with. */
  refused: RegExp;
}

const header = ['学号', '姓名', '学院', '专业', '班级', '毕业年份'];
const person = ['2023001', '林一', '汽车学院', '车辆工程', '车辆2301', '2027'];
const sheet = (xml: string, more: Partial<WorkbookXml> = {}): WorkbookXml => ({
  sheets: [{ name: '名册', xml }],
  ...more,
});

/** A roster of one person, which is read without complaint. */
export const harmless: WorkbookXml = sheet(sheetXml([header, person]));

const entries = () => entriesOf(harmless);
const sheetName = 'xl/worksheets/sheet1.xml';

/** The harmless workbook with one of its entries changed. */
const changed = (name: string, change: Partial<ArchiveEntry>): ArchiveEntry[] =>
  entries().map((entry) => (entry.name === name ? { ...entry, ...change } : entry));

const broken = /不是能读的 \.xlsx/;
const large = /太大|太多/;
const long = /超过 32767 个字/;

const rowsXml = (rows: string) => `<sheetData>${rowXml(header, 1)}${rowXml(person, 2)}${rows}</sheetData>`;
const repeated = (text: string, times: number) => text.repeat(times);
const many = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

const zeros = (mib: number) => Buffer.alloc(mib * 1024 * 1024);

const overlapping = (): Buffer => {
  const [first, ...rest] = entries();
  // Every further entry points at the bytes of the first.
  const copies = Array.from({ length: 200 }, (_, i) => ({
    ...(first as ArchiveEntry),
    name: `xl/media/${i}.xml`,
    central: { at: 0 },
  }));
  return archiveOf([first as ArchiveEntry, ...rest, ...copies]);
};

/** Many entries over one run of packed bytes, as zip bombs without nesting have it: each holds the headers of the next. */
const quoted = (): Buffer => {
  const kernel = deflateRawSync(zeros(8));
  return archiveOf([
    ...entries(),
    ...Array.from({ length: 50 }, (_, i) => ({
      name: `xl/media/${i}.bin`,
      content: kernel,
      stored: true,
      method: 8,
      said: { packed: kernel.length, unpacked: 8 * 1024 * 1024 },
    })),
  ]);
};

const twoDirectories = (): Buffer => {
  const small = archiveOf(entries());
  const other = archiveOf([...entries(), { name: 'xl/media/a.bin', content: zeros(64) }]);
  return Buffer.concat([small, other]);
};

const entities = `<!DOCTYPE sst [<!ENTITY a "${repeated('哈', 50)}">${many(12, (i) => `<!ENTITY ${lettersOf(i + 1)} "${repeated(`&${i === 0 ? 'a' : lettersOf(i)};`, 10)}">`)}]>`;

const nested = (depth: number): Buffer => {
  let inner: Buffer = zeros(4);
  for (let i = 0; i < depth; i += 1) {
    inner = archiveOf(Array.from({ length: 8 }, (_, k) => ({ name: `${k}.zip`, content: inner })));
  }
  return inner;
};

const truncated = (part: number) => {
  const bytes = workbookOf(harmless);
  return bytes.subarray(0, Math.floor(bytes.length * part));
};

const xlsx = (bytes: Buffer, refused: RegExp): Bomb => ({ file: 'a.xlsx', bytes, refused });
const text = (file: string, content: string, refused: RegExp): Bomb => ({
  file,
  bytes: Buffer.from(content),
  refused,
});

/** Every kind of file that took minutes, gigabytes or the process, and its siblings. Made when they are asked for: they are large. */
export const bombs: Readonly<Record<string, () => Bomb>> = {
  // One far cell, or too many of them.
  'far cell': () =>
    xlsx(
      workbookOf(sheet(rowsXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
      /超过 (?:200 列|20000 行)/,
    ),
  'far row': () =>
    xlsx(workbookOf(sheet(rowsXml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))), /超过 20000 行/),
  'far column': () =>
    xlsx(workbookOf(sheet(rowsXml('<row r="3"><c r="XFD3"><v>1</v></c></row>'))), /超过 200 列/),
  'a million rows': () =>
    xlsx(
      workbookOf(sheet(rowsXml(many(600_000, (i) => `<row r="${i + 3}"><c><v>1</v></c></row>`)))),
      /超过 20000 行|太大/,
    ),
  'millions of empty cells': () =>
    xlsx(workbookOf(sheet(rowsXml(repeated(`<row>${repeated('<c/>', 16_000)}</row>`, 340)))), large),
  'a row of millions of cells': () =>
    xlsx(workbookOf(sheet(rowsXml(`<row>${repeated('<c/>', 5_500_000)}</row>`))), broken),
  'empty rows without end': () => xlsx(workbookOf(sheet(rowsXml(repeated('<row/>', 3_900_000)))), large),
  'merged over everything, ten thousand times': () =>
    xlsx(
      workbookOf(
        sheet(
          `${sheetXml([header, ...Array.from({ length: 5_000 }, () => person)])}<mergeCells>${repeated('<mergeCell ref="A1:XFD1048576"/>', 10_000)}</mergeCells>`,
        ),
      ),
      large,
    ),
  'a long text merged over a whole sheet': () =>
    xlsx(
      workbookOf(
        sheet(
          sheetXml([header, ['长'.repeat(30_000)], ...Array.from({ length: 5_000 }, () => [null, '林一'])], {
            merged: ['A2:A20000'],
          }),
        ),
      ),
      large,
    ),
  'addresses over everything': () =>
    xlsx(
      workbookOf({
        sheets: [
          {
            name: '名册',
            xml: sheetXml([header, ...Array.from({ length: 5_000 }, () => person)], {
              hyperlinks: Object.fromEntries(
                Array.from({ length: 10_000 }, (_, i) => [`A${i + 1}:XFD1048576`, 'r:id="rId1"']),
              ),
            }),
            links: { rId1: 'https://example.com' },
          },
        ],
      }),
      large,
    ),
  // Texts.
  'one gigantic text': () =>
    xlsx(
      workbookOf(
        sheet(rowsXml(`<row><c t="inlineStr"><is><t>${repeated('长', 7_000_000)}</t></is></c></row>`)),
      ),
      long,
    ),
  'megabytes of blanks': () =>
    xlsx(workbookOf(sheet(rowsXml(`<row><c><v>${repeated(' ', 60_000_000)}1</v></c></row>`))), large),
  'blanks between elements': () =>
    xlsx(
      workbookOf(
        sheet(
          rowsXml(repeated(' ', 23_000_000)).replace(
            '<sheetData>',
            `${repeated('\n', 1_500_000)}<sheetData>`,
          ),
        ),
      ),
      long,
    ),
  'a number of a million digits': () =>
    xlsx(workbookOf(sheet(rowsXml(`<row><c><v>${repeated('9', 1_000_000)}</v></c></row>`))), long),
  'one shared text in every cell': () =>
    xlsx(
      workbookOf(
        sheet(rowsXml(many(15_000, () => `<row>${repeated('<c t="s"><v>0</v></c>', 20)}</row>`)), {
          strings: `<si><t>${repeated('长', 32_000)}</t></si>`,
        }),
      ),
      large,
    ),
  'a million shared texts': () =>
    xlsx(workbookOf(sheet(rowsXml(''), { strings: repeated('<si><t>a</t></si>', 1_400_000) })), large),
  // XML.
  'billion laughs': () =>
    xlsx(
      archiveOf(
        changed(sheetName, {
          content: `${entities}<worksheet><sheetData><row><c t="inlineStr"><is><t>&L;</t></is></c></row></sheetData></worksheet>`,
        }),
      ),
      broken,
    ),
  'an entity from a file': () =>
    xlsx(
      archiveOf(
        changed(sheetName, {
          content:
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
        }),
      ),
      broken,
    ),
  'elements inside each other': () =>
    xlsx(workbookOf(sheet(`${repeated('<a>', 500_000)}${repeated('</a>', 500_000)}`)), broken),
  'an element of a million attributes': () =>
    xlsx(workbookOf(sheet(rowsXml(`<row ${many(900_000, (i) => `a${i}="" `)}/>`))), broken),
  'no XML at all': () => xlsx(archiveOf(changed(sheetName, { content: '这不是 XML' })), broken),
  // Sizes that are not so.
  'two gigabytes of zeros': () =>
    xlsx(archiveOf(changed(sheetName, { content: zeros(100), said: { unpacked: 2_000_000_000 } })), large),
  'declares little, is much': () =>
    xlsx(archiveOf(changed(sheetName, { content: zeros(100), said: { unpacked: 100 } })), broken),
  'declares more than it is': () =>
    xlsx(archiveOf(changed(sheetName, { said: { unpacked: 5_000_000 } })), broken),
  'two sizes in two headers': () =>
    xlsx(archiveOf(changed(sheetName, { content: zeros(60), central: { unpacked: 1000 } })), broken),
  'honest, and too large': () => xlsx(archiveOf(changed(sheetName, { content: zeros(60) })), large),
  'a picture of two hundred megabytes': () =>
    xlsx(archiveOf([...entries(), { name: 'xl/media/a.png', content: zeros(200) }]), large),
  'thousands of entries': () =>
    xlsx(
      archiveOf([
        ...entries(),
        ...Array.from({ length: 30_000 }, (_, i) => ({
          name: `xl/media/${i}.xml`,
          content: '<a/>',
          stored: true,
        })),
      ]),
      large,
    ),
  'a wrong checksum': () => xlsx(archiveOf(changed(sheetName, { said: { crc: 1 } })), broken),
  'sizes that follow, and lie': () =>
    xlsx(archiveOf(changed(sheetName, { described: 16, said: { unpacked: 17 } })), broken),
  'a ZIP64 size of exabytes': () =>
    xlsx(
      archiveOf(
        changed(sheetName, {
          said: { unpacked: 0xffffffff },
          extra: Buffer.concat([Buffer.from([1, 0, 8, 0]), u64(Number.MAX_SAFE_INTEGER)]),
        }),
      ),
      large,
    ),
  'a ZIP64 size that is not there': () =>
    xlsx(archiveOf(changed(sheetName, { said: { unpacked: 0xffffffff } })), broken),
  'two counts of entries': () => xlsx(archiveOf(entries(), { zip64: { entries: 3 } }), broken),
  'two places of the directory': () => xlsx(archiveOf(entries(), { zip64: { at: 5 } }), broken),
  // Bytes where no reader looks, or one looks and another does not.
  'entries behind the directory': () =>
    xlsx(Buffer.concat([archiveOf(entries()), archiveOf([{ name: sheetName, content: zeros(64) }])]), broken),
  'two archives in one file': () => xlsx(twoDirectories(), broken),
  'two end records': () => xlsx(archiveOf(entries(), { comment: endRecord(0, 0, 0) }), broken),
  'bytes before the first entry': () =>
    xlsx(archiveOf(entries(), { before: Buffer.from('PK\x03\x04'), end: {} }), broken),
  'bytes before the directory': () => xlsx(archiveOf(entries(), { between: zeros(1) }), broken),
  'bytes behind the end': () => xlsx(archiveOf(entries(), { behind: zeros(2) }), broken),
  'entries over one another': () => xlsx(overlapping(), broken),
  'entries that quote one another': () => xlsx(quoted(), /太大|不是能读的/),
  'fewer entries than it says': () =>
    xlsx(archiveOf(entries(), { end: { entries: 60_000 } }), /太大|不是能读的/),
  'a directory somewhere else': () => xlsx(archiveOf(entries(), { end: { at: 4_000_000_000 } }), broken),
  'two entries of one name': () =>
    xlsx(archiveOf([...entries(), { name: sheetName, content: '<worksheet/>' }]), broken),
  'two names that differ in case': () =>
    xlsx(archiveOf([...entries(), { name: sheetName.toUpperCase(), content: '<worksheet/>' }]), broken),
  'another name in the directory': () =>
    xlsx(archiveOf(changed(sheetName, { local: { name: 'xl/worksheets/sheet9.xml' } })), broken),
  'a name that leads out': () =>
    xlsx(archiveOf([...entries(), { name: '../../etc/passwd', content: 'x' }]), broken),
  'a name from the root': () =>
    xlsx(archiveOf([...entries(), { name: '/etc/passwd', content: 'x' }]), broken),
  'a name with a quotation mark and a NUL': () =>
    xlsx(archiveOf([...entries(), { name: 'xl/"a\u0000".xml', content: 'x' }]), broken),
  'a name of sixty thousand signs': () =>
    xlsx(archiveOf([...entries(), { name: 'a'.repeat(60_000), content: 'x' }]), broken),
  'encrypted entries': () => xlsx(archiveOf(changed(sheetName, { flags: 1 })), /密码/),
  'an unknown way to pack': () => xlsx(archiveOf(changed(sheetName, { method: 12 })), broken),
  'archives in archives': () =>
    xlsx(
      archiveOf([
        ...entries(),
        { name: 'xl/embeddings/a.zip', content: nested(3) },
        { name: 'xl/media/b.bin', content: zeros(40) },
      ]),
      large,
    ),
  'nothing but a sheet': () => xlsx(archiveOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), broken),
  ...Object.fromEntries(
    [10, 30, 50, 70, 90, 99].map((percent) => [
      `broken off at ${percent} %`,
      () => xlsx(truncated(percent / 100), percent === 10 ? /这不是能读的文件/ : broken),
    ]),
  ),
  // Texts in place of workbooks.
  'a CSV of one line': () => text('a.csv', `学号,姓名\n${repeated('a', 4_000_000)}`, /这一行太长|没有|表头/),
  'a CSV of two million empty lines': () => text('a.csv', repeated('\n', 4_000_000), /空行太多/),
  'a CSV of too many rows': () =>
    text('a.csv', `${header.join()}\n${repeated('1,2,3,4,5,6\n', 300_000)}`, /超过 20000 行/),
  'a CSV of commas': () => text('a.csv', `${header.join()}\n${repeated(',', 900_000)}a\n`, /没有|一行也没有/),
  'a CSV of open quotes': () =>
    text(
      'a.csv',
      `${header.join()}\n${many(13_000, () => `"${repeated('a', 298)}\n`)}`,
      /超过 1000 行读不出来/,
    ),
  'JSON inside JSON': () => text('a.jsonl', `${repeated('[', 900_000)}\n`, /一行也没有|没有/),
  'JSON of a hundred thousand names': () =>
    text('a.jsonl', `{${many(90_000, (i) => `"a${i}":1,`)}"b":1}\n`, /一行也没有|没有/),
  'JSON lines without end': () => text('a.jsonl', repeated('{}\n', 1_300_000), /超过 20000 行/),
};
