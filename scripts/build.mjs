// Builds what is out of date: server, H5 pages, weapp package.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { whenStale } from './stale.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);

const lock = at('pnpm-lock.yaml');

export function buildServer() {
  const inputs = [at('server/src'), at('server/build.mjs'), at('shared/src'), lock];
  return whenStale(at('server/dist/.built'), inputs, () => run('node', ['build.mjs'], { cwd: at('server') }));
}

export function buildMiniapp(target) {
  const inputs = [at('miniapp'), at('shared/src'), lock];
  return whenStale(at(`miniapp/dist/.built-${target}`), inputs, async () => {
    console.log(`Building ${target} …`);
    // Taro leaves files of earlier builds lying in its folder, and they would count as part of the package.
    rmSync(at(`miniapp/dist/${target}`), { recursive: true, force: true });
    await run(at('miniapp/node_modules/.bin/taro'), ['build', '--type', target], {
      cwd: at('miniapp'),
      env: { NODE_ENV: 'production' },
    });
    if (target === 'h5') await run('node', [at('scripts/precompress.mjs'), at('miniapp/dist/h5')]);
  });
}

/** Builds what is out of date of `server`, `h5` and `weapp`, at once: each Taro keeps one core busy. */
export async function build(targets) {
  await Promise.all(targets.map((target) => (target === 'server' ? buildServer() : buildMiniapp(target))));
}

export const buildAll = () => build(['server', 'h5', 'weapp']);

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
