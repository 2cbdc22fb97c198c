// Files made to hurt who reads them, sent to the service as a program. `pnpm test:hostile --bombs` prints what each one cost.
import { workbookOf } from '../support/workbooks/workbook';
import { bombs, harmless } from './bombs';
import { memoryOf } from './memory';
import { type Program, startProgram } from './program';
import { watched } from './watched';

/** By hand the service has the machine for itself, and the bounds are those that are promised; elsewhere tests run at the same time. */
const byHand = process.env.HOSTILE === '1';
const bounds = byHand ? { ms: 2_000, healthMs: 100, mib: 150 } : { ms: 30_000, healthMs: 3_000, mib: 300 };

let program: Program;
const upload = (name: string, bytes: Buffer) => program.send('/admin/roster/preview', { name, bytes });
beforeAll(async () => {
  program = await startProgram();
  // The first file of all loads what reads it.
  expect((await upload('a.xlsx', workbookOf(harmless))).status).toBe(200);
});
afterAll(() => program.stop());

const table: string[] = [];
afterAll(() => {
  if (byHand)
    process.stdout.write(
      `${['', 'bomb | bytes | refused by | ms | health ms | +MiB', ...table, ''].join('\n')}\n`,
    );
});

it.each(Object.keys(bombs))('%s is refused', async (name) => {
  const { file, bytes, refused } = (bombs[name] as () => ReturnType<(typeof bombs)[string]>)();
  const before = memoryOf(program.pid);
  const { result, ms, healthMs, mostMiB } = await watched(program, () => upload(file, bytes));
  const message = result.body.detail ?? '';
  const growth = Math.max(0, mostMiB - before);
  table.push([name, bytes.length, message, ...[ms, healthMs, growth].map(Math.round)].join(' | '));
  // 415: not even its beginning is that of a workbook.
  expect([400, 415]).toContain(result.status);
  expect(message).toMatch(refused);
  expect(ms).toBeLessThan(bounds.ms);
  expect(healthMs).toBeLessThan(bounds.healthMs);
  expect(growth).toBeLessThan(bounds.mib);
});

it('still reads a file that is none', async () => {
  expect((await upload('a.xlsx', workbookOf(harmless))).status).toBe(200);
});
