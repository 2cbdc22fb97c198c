// `pnpm test:busy`: the tests three times, while other work keeps every core busy. Further words go on to the tests:
// `pnpm test:busy weapp` repeats those suites only. What fails here waits for a time and not for a condition.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './build.mjs';

const runs = 3;

/** Works without a pause until its parent is gone. */
const busy = 'const parent = process.ppid; while (process.ppid === parent);';

const children = new Set();

/** Each child leads a group of its own, so that what it started in turn ends with it. */
function start(args, stdio) {
  const child = spawn(process.execPath, args, { stdio, detached: true });
  children.add(child);
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
  return { ended };
}

process.once('exit', () => {
  for (const { pid } of children) {
    try {
      process.kill(-pid);
    } catch {
      // It ended by itself a moment ago.
    }
  }
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => process.exit(code));
}

for (let core = 0; core < availableParallelism(); core++) start(['--eval', busy], 'ignore');

const results = [];
for (let run = 1; run <= runs; run++) {
  const began = performance.now();
  const test = start([join(root, 'scripts/test.mjs'), ...process.argv.slice(2)], 'inherit');
  const code = await test.ended;
  const seconds = Math.round((performance.now() - began) / 1000);
  results.push(code);
  console.log(`Busy run ${run} of ${runs}: ${code === 0 ? 'passed' : 'failed'} in ${seconds} s\n`);
}
const failed = results.filter((code) => code !== 0).length;
console.log(failed === 0 ? `All ${runs} busy runs passed` : `${failed} of ${runs} busy runs failed`);
process.exit(failed === 0 ? 0 : 1);
