// `pnpm bench [--only raw|growth|compression|similar|reminders|weekly] [--rows N] [--seconds N] [--rounds N] [--small N] [--large N] [--samples N] [--questions N] [--days N] [--people N] [--json]`:
// bundles the benchmarks and runs them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
// The service looks for its migrations from where it lies, so its bundles lie in its own package.
const folders = { server: join(root, 'server/dist/bench'), tests: join(root, 'tests/dist/bench') };

const bundle = (outdir, names) =>
  build({
    entryPoints: names.map((name) => join(here, `${name}.ts`)),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    packages: 'external',
    alias: { '@qihang/shared': join(root, 'shared/src'), '@qihang/server': join(root, 'server/src') },
    logLevel: 'warning',
  });

await bundle(folders.server, [
  'api-server',
  'raw-server',
  'fill',
  'demo-answers',
  'similar-answers',
  'reminder-days',
  'weekly-answers',
]);
await bundle(folders.tests, ['bench']);
const child = spawn(
  process.execPath,
  [join(folders.tests, 'bench.cjs'), folders.server, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
