// Makes shared/src/content-check/weights.ts from tests/content-check/texts.txt:
//   node tests/content-check/training/run.mjs
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = join(here, '../../../server/dist/training/main.cjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  packages: 'external',
  alias: { '@qihang/shared': resolve(here, '../../../shared/src') },
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'warning',
});
const { makeWeights } = createRequire(import.meta.url)(outfile);
makeWeights(resolve(here, '..'), resolve(here, '../../../shared/src/content-check/weights.ts'));
