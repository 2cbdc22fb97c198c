// Bundles our own sources, packages stay outside: the program, its worker threads, and the process that reads pictures.
import { build, context } from 'esbuild';

const options = {
  entryPoints: {
    qihang: 'src/cli/index.ts',
    'file-reader': 'src/files/worker.ts',
    'media-reader': 'src/files/media/program.ts',
    'paste-reader': 'src/features/jobs/publish/paste-worker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
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
