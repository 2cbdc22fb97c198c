// `pnpm start`: builds what is out of date and serves it with demo data at http://localhost:3000.
// `pnpm dev`: the same, and builds again what is changed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildAll, root } from './build.mjs';

const watch = process.argv.includes('--watch');
const demo = process.env.NODE_ENV === 'production' ? {} : { QIHANG_DEMO: process.env.QIHANG_DEMO ?? '1' };
const children = [];

function keep(command, args, cwd, env = {}) {
  const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  children.push(child);
  return child;
}

function stop(signal) {
  for (const child of children) child.kill(signal);
}

await buildAll();

if (watch) {
  keep('node', ['build.mjs', '--watch'], join(root, 'server'));
  keep(
    join(root, 'miniapp/node_modules/.bin/taro'),
    ['build', '--type', 'h5', '--watch'],
    join(root, 'miniapp'),
  );
}
const server = keep(
  'node',
  [...(watch ? ['--watch'] : []), '--enable-source-maps', join(root, 'server/dist/qihang.cjs'), 'start'],
  root,
  demo,
);
process.once('SIGINT', () => stop('SIGINT'));
process.once('SIGTERM', () => stop('SIGTERM'));
server.once('exit', (code) => {
  stop('SIGTERM');
  process.exitCode = code ?? 0;
});
