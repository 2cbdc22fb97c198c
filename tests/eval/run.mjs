// Scores paste, lint, duplicates, search and content against a labelled corpus:
//   node tests/eval/run.mjs [--json] [--verbose] [--corpus DIR]
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, verbose: { type: 'boolean' }, corpus: { type: 'string' } },
});
const corpus = values.corpus ?? process.env.QIHANG_CORPUS ?? join(here, '../../../shared/corpus');

// The product's TypeScript is bundled as it stands, so that no stale build is scored. The service finds its migrations
// from where it lies, so the bundle lies in its package.
const outfile = join(here, '../../server/dist/eval/main.cjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  packages: 'external',
  alias: {
    '@qihang/shared': resolve(here, '../../shared/src'),
    '@qihang/server': resolve(here, '../../server/src'),
  },
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'warning',
});
const { evaluate } = createRequire(import.meta.url)(outfile);
process.exitCode = await evaluate({
  corpus: resolve(corpus),
  json: values.json === true,
  verbose: values.verbose === true,
});
