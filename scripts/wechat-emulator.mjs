// `pnpm wechat:emulator [--port N] [--push URL --push-token TOKEN]`: WeChat's servers on this machine, see docs/wechat.md.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './build.mjs';

// esbuild belongs to the tests: nothing of the product needs the emulator.
const { build } = createRequire(join(root, 'tests/package.json'))('esbuild');

const folder = join(root, 'tests/dist/wechat-emulator');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, 'main.cjs');
await build({
  entryPoints: [join(root, 'tests/support/wechat-emulator/main.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
});
// What the caller says comes last and counts.
process.argv.splice(2, 0, '--app-json', join(root, 'miniapp/dist/weapp/app.json'));
createRequire(import.meta.url)(outfile);
