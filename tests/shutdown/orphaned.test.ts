// A package manager that a supervisor ends passes no signal on; what it started notices by itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/waiting';

const orphaned = join(__dirname, '../../scripts/orphaned.mjs');

let folder: string;
let manager: ChildProcess | undefined;
let pid: number | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qihang-orphan-'));
});
afterEach(() => {
  manager?.kill('SIGKILL');
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
  pid = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
/** Throws until the file holds one. */
function numberIn(name: string): number {
  const text = readFileSync(at(name), 'utf8');
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name}: ${text}`);
  return Number(text);
}

/** A script under a shell under a program of this name, which does with signals what package managers do: nothing. */
async function startUnder(name: string): Promise<void> {
  writeFileSync(
    at('script.mjs'),
    `import { writeFileSync } from 'node:fs';
     import { whenOrphaned } from ${JSON.stringify(orphaned)};
     let ticks = 0;
     const going = setInterval(() => writeFileSync(${JSON.stringify(at('ticks'))}, String(++ticks)), 400);
     whenOrphaned(() => { clearInterval(going); writeFileSync(${JSON.stringify(at('stopped'))}, ''); });
     writeFileSync(${JSON.stringify(at('pid'))}, String(process.pid));`,
  );
  writeFileSync(
    at(name),
    `require('node:child_process').spawn('sh', ['-c', 'node script.mjs; true'], { cwd: ${JSON.stringify(folder)}, stdio: 'inherit' });`,
  );
  const env = { PATH: process.env.PATH, npm_lifecycle_event: 'start' };
  manager = spawn(process.execPath, [at(name)], { env, stdio: 'ignore' });
  pid = await eventually(() => numberIn('pid'));
}

it('ends with the package manager that ran it', async () => {
  await startUnder('pnpm.cjs');
  expect(existsSync(at('stopped'))).toBe(false);
  manager?.kill('SIGTERM');
  await eventually(() => expect(existsSync(at('stopped'))).toBe(true));
});

it('goes on without a program that is none', async () => {
  await startUnder('terminal.cjs');
  manager?.kill('SIGTERM');
  await eventually(() => expect(manager?.signalCode).toBe('SIGTERM'));
  const since = await eventually(() => numberIn('ticks'));
  // Longer than it takes to notice.
  await eventually(() => expect(numberIn('ticks')).toBeGreaterThan(since + 6));
  expect(existsSync(at('stopped'))).toBe(false);
});
