// Files made to hurt who reads them, sent to the service as a program. `pnpm test:hostile --bombs` prints what each one cost.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { workbookOf } from '../support/workbooks/workbook';
import { bombs, harmless } from './bombs';
import { type Program, startProgram } from './program';

/** By hand the service has the machine for itself, and the bounds are those that are promised; elsewhere tests run beside it. */
const byHand = process.env.HOSTILE === '1';
const bounds = byHand ? { ms: 2_000, healthMs: 100, mib: 150 } : { ms: 30_000, healthMs: 3_000, mib: 300 };

/** Resident memory of a process in MiB; from `ps` where the system has no /proc. */
const memoryOf = (pid: number): number => {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kib) / 1024;
};

/** Asks the service how it is for as long as `work` takes. */
async function watched<T>(program: Program, work: () => Promise<T>) {
  let isDone = false;
  const waits: number[] = [];
  let mostMiB = 0;
  const watching = (async () => {
    while (!isDone) {
      const began = performance.now();
      const answer = await fetch(`${program.url}/healthz`);
      await answer.arrayBuffer();
      waits.push(performance.now() - began);
      mostMiB = Math.max(mostMiB, memoryOf(program.pid));
      expect(answer.status).toBe(200);
    }
  })();
  const began = performance.now();
  const result = await work().finally(() => {
    isDone = true;
  });
  const ms = performance.now() - began;
  await watching;
  return { result, ms, healthMs: Math.max(...waits), mostMiB };
}

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
