// The worker thread that reads files: what bounds it, and what it leaves behind.
import { jobColumns } from '@qihang/server/features/jobs/import/fields';
import { type Bounds, uploadBounds } from '@qihang/server/files/bounds';
import { readRows } from '@qihang/server/files/read-file';
import { readFileContent } from '@qihang/server/files/reader';
import { sheetXml, workbookOf } from '../support/workbooks/workbook';

const rows = (count: number) => [
  ['岗位名称', '单位', '正文'],
  ...Array.from({ length: count }, (_, i) => [`岗位${i}`, `江州第${i}机械厂`, `第 ${i} 岗的职责`.repeat(20)]),
];
const bytes = workbookOf({ sheets: [{ name: '岗位', xml: sheetXml(rows(8_000)) }] });
const small = { name: 'a.csv', bytes: Buffer.from('岗位名称,单位\n焊工,江州重工\n') };

const readWithin = (bounds: Partial<Bounds>) =>
  readFileContent({
    source: { name: 'a.xlsx', bytes },
    format: 'xlsx',
    sheet: undefined,
    bounds: { ...uploadBounds, ...bounds },
  });

afterEach(async () => {
  // Whatever happened to a file, the next one is read.
  expect((await readRows(small, jobColumns)).count).toBe(1);
});

it('reads what is within its bounds', async () => {
  expect((await readWithin({})).records).toHaveLength(8_001);
});

it.each<[string, Partial<Bounds>, string]>([
  ['time', { time: 1 }, '读了太久'],
  ['memory', { heapMiB: 8 }, '太大'],
  ['unpacked size', { unpacked: 100_000 }, '解开后太大'],
  ['elements', { elements: 1_000 }, '太大'],
  ['text', { text: 100_000 }, '字太多'],
])('ends a reading that needs more %s', async (_, bounds, message) => {
  await expect(readWithin(bounds)).rejects.toThrow(message);
});

it('refuses a file when many wait already, and says when to come again', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => readRows(small, jobColumns)));
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toHaveLength(3);
  expect(refused[0]).toMatchObject({ code: 'server.busy', status: 503, retryAfter: 5 });
});

it('refuses a file that is too large before reading it', async () => {
  const source = { name: 'a.csv', bytes: Buffer.alloc(uploadBounds.file + 1, 'a') };
  await expect(readRows(source, jobColumns)).rejects.toThrow('文件超过 4 MB');
});

it('goes over the rows as often as they are asked for', async () => {
  const reading = await readRows({ name: 'a.xlsx', bytes }, jobColumns);
  const counted = async () => {
    let count = 0;
    for await (const _ of reading.rows) count += 1;
    return count;
  };
  expect([await counted(), await counted(), reading.count]).toEqual([8_000, 8_000, 8_000]);
});
