import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GateContext } from './findings';
import { oneLine } from './templates';

const WORKER = path.join(__dirname, 'official-worker.cjs');
/** A bound for what hangs, in milliseconds. */
const TIMEOUT_MS = 240_000;

/** WeChat's own schema of app.json and page.json and its rules for files, by miniprogram-ci, offline. */
export function checkOfficially({ pkg, error }: GateContext): void {
  const cwd = mkdtempSync(path.join(tmpdir(), 'weapp-gate-'));
  try {
    const run = spawnSync(process.execPath, [WORKER, pkg.dist], {
      cwd,
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
    });
    if (run.status === 0) return;
    const last = run.stdout.trim().split('\n').at(-1) ?? '';
    error(`miniprogram-ci: ${last.startsWith('{') ? failureOf(last) : oneLine(run.stderr || run.error)}`);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function failureOf(line: string): string {
  const { message, path: file } = JSON.parse(line) as { message: string; path?: string };
  return oneLine(file === undefined ? message : `${path.basename(file)} ${message}`);
}
