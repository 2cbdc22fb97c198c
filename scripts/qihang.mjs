// `pnpm qihang …`: the command-line program, built when out of date.
import { join } from 'node:path';
import { buildServer, root } from './build.mjs';
import { codeOf, start } from './run.mjs';

// Ctrl-C reaches the program as well: it says how far it came, and ends with its own code.
process.on('SIGINT', () => {});
await buildServer();
const demo = process.env.NODE_ENV === 'production' ? {} : { QIHANG_DEMO: process.env.QIHANG_DEMO ?? '1' };
const args = ['--enable-source-maps', join(root, 'server/dist/qihang.cjs'), ...process.argv.slice(2)];
start('node', args, { cwd: process.env.INIT_CWD ?? root, env: demo }).once('exit', (code, signal) => {
  process.exitCode = codeOf(code, signal);
});
