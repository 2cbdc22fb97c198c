import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jobColumns, rowOf } from '@qihang/server/features/jobs/import/fields';
import { importKey } from '@qihang/server/features/jobs/import/key';
import { importJobs } from '@qihang/server/features/jobs/import/run';
import type { Summary } from '@qihang/server/features/jobs/import/summary';
import type { InputRow } from '@qihang/server/files/input';
import { readRows } from '@qihang/server/files/read-file';
import { startTestApp, type TestApp } from '../support/app';

// Real postings that may not be passed on: they lie beside the repository, not in it.
const corpus = join(__dirname, '../../../shared/corpus/real/jobs-real.jsonl');
const present = existsSync(corpus);
const whole = process.env.FULL_IMPORT === '1';
// Every tenth row is a sample of all sources.
const step = whole ? 1 : 10;

if (!present) console.warn(`SKIPPED: no real postings at ${corpus}`);

const describeIfPresent = present ? describe : describe.skip;

/** The sample; `pay` learns the pay text of each row by its import key. */
async function* sample(pay: Map<string, string>): AsyncGenerator<InputRow> {
  for await (const row of (await readRows(corpus, jobColumns)).rows) {
    if (row.line % step !== 0) continue;
    if ('cells' in row) {
      const { texts } = rowOf(row, new Set());
      pay.set(importKey(texts), texts.salary ?? '');
    }
    yield row;
  }
}

const scales = [1, 1000, 10_000];
/** Whether the sum stands in the text: as written, or in thousands or ten thousands. */
const stands = (sum: number, text: string): boolean => {
  const numbers = (text.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return numbers.some((n) => scales.some((scale) => Math.abs(n * scale - sum) < 0.01));
};

describeIfPresent('real postings', () => {
  let app: TestApp;
  let summary: Summary;
  const pay = new Map<string, string>();

  const run = () =>
    importJobs(app.context, sample(pay), {
      ownerId: app.people.admin.id,
      now: app.clock.now(),
      dryRun: false,
    });

  beforeAll(async () => {
    app = await startTestApp();
    summary = await run();
  }, 900_000);
  afterAll(() => app.close());

  test('every row is accounted for', async () => {
    const { read, imported, known, repeated, refused } = summary;
    expect(read).toBe(whole ? 19_556 : 1955);
    expect(imported + known + repeated + refused).toBe(read);
    expect(known).toBe(0);
    expect(imported).toBeGreaterThan(read * 0.9);
    expect(await app.context.db.read.$count(app.context.db.tables.jobs)).toBe(imported);
    expect(await app.context.db.read.$count(app.context.db.tables.searchDocs)).toBe(imported);
  });

  test('rows are refused for want of a title or a company, and for nothing else', () => {
    expect(new Set(summary.refusals.keys())).toEqual(
      new Set(whole ? ['no-company', 'no-title'] : ['no-company']),
    );
  });

  test('no job has a sum that its text does not', async () => {
    const { jobs } = app.context.db.tables;
    const rows = await app.context.db.read.select({ key: jobs.importKey, salary: jobs.salary }).from(jobs);
    const paid = rows.flatMap(({ key, salary }) =>
      salary ? [{ text: pay.get(key ?? '') ?? '', salary }] : [],
    );
    expect(paid).toHaveLength(summary.readings.salary.read);
    expect(paid.length).toBeGreaterThan(summary.read * 0.4);
    const wrong = paid.filter(
      ({ text, salary: { min, max } }) => ![min, max].every((sum) => sum === null || stands(sum, text)),
    );
    expect(wrong).toEqual([]);
  });

  test('lists, filters and search work on them', async () => {
    const { jobs } = app.as();
    const all = (await jobs.count({ query: {} })).count;
    expect(all).toBe(summary.imported - summary.closed);
    const shanghai = await jobs.list({ query: { city: ['上海'], kind: ['internship'], limit: 20 } });
    expect(shanghai.items.length).toBeGreaterThan(10);
    expect(shanghai.items.every(({ cities, kind }) => cities.includes('上海') && kind === 'internship')).toBe(
      true,
    );
    const found = (await jobs.count({ query: { q: '算法' } })).count;
    expect(found).toBeGreaterThan(20);
    expect(found).toBeLessThan(all / 2);
    const forBachelors = (await jobs.count({ query: { degree: ['bachelor'] } })).count;
    expect(forBachelors).toBeLessThan(all);
  });

  test('a repeat brings in nothing', async () => {
    const again = await run();
    expect(again).toMatchObject({
      imported: 0,
      known: summary.imported,
      repeated: summary.repeated,
      refused: summary.refused,
    });
  }, 120_000);
});
