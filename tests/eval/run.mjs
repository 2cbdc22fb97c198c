// Scores paste, lint, duplicates, search and content against a labelled corpus:
//   node tests/eval/run.mjs [--json] [--verbose] [--corpus DIR]
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, verbose: { type: 'boolean' }, corpus: { type: 'string' } },
});
const corpus = values.corpus ?? process.env.QIHANG_CORPUS ?? join(here, '../../../shared/corpus');

// The product's TypeScript is bundled as it stands, so that no stale build is scored. The bundle lies beside the
// sources while it runs: packages it leaves outside are found from there.
const folder = mkdtempSync(join(here, '.bundle-'));
try {
  const outfile = join(folder, 'main.mjs');
  await build({
    entryPoints: [join(here, 'main.ts')],
    bundle: true,
    packages: 'external',
    alias: {
      '@qihang/shared': resolve(here, '../../shared/src'),
      '@qihang/server': resolve(here, '../../server'),
    },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'warning',
  });
  const { evaluate } = await import(pathToFileURL(outfile).href);
  process.exitCode = await evaluate({
    corpus: resolve(corpus),
    json: values.json === true,
    verbose: values.verbose === true,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
