// Bundles our own sources, packages stay outside: one file that Node runs without a loader.
import { build, context } from 'esbuild';

const options = {
  entryPoints: ['src/cli/index.ts'],
  outfile: 'dist/qihang.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  alias: { '@qihang/shared': '../shared/src' },
  sourcemap: true,
  logLevel: 'warning',
};

if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
