// `pnpm start`: builds what is out of date and serves it with demo data at http://localhost:3000.
// `pnpm dev`: the same, and builds again what is changed.
import { join } from 'node:path';
import { buildAll, root } from './build.mjs';
import { whenOrphaned } from './orphaned.mjs';
import { codeOf, start, stopAll } from './run.mjs';

const watch = process.argv.includes('--watch');
const demo = process.env.NODE_ENV === 'production' ? {} : { QIHANG_DEMO: process.env.QIHANG_DEMO ?? '1' };

await buildAll();

if (watch) {
  start('node', ['build.mjs', '--watch'], { cwd: join(root, 'server') });
  start(join(root, 'miniapp/node_modules/.bin/taro'), ['build', '--type', 'h5', '--watch'], {
    cwd: join(root, 'miniapp'),
  });
}
const server = start(
  'node',
  [...(watch ? ['--watch'] : []), '--enable-source-maps', join(root, 'server/dist/qihang.cjs'), 'start'],
  { cwd: root, env: demo },
);
whenOrphaned(() => stopAll('SIGTERM'));
server.once('exit', (code, signal) => {
  stopAll('SIGTERM');
  process.exitCode = codeOf(code, signal);
});
