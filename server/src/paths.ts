import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

// The sources and the bundle lie at different depths below the package, so look for its package.json.
function packageRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : packageRoot(dirname(from));
}

const root = packageRoot(__dirname);

export const paths = {
  sqliteMigrations: join(root, 'src/migrations/sqlite'),
  postgresqlMigrations: join(root, 'src/migrations/postgresql'),
  demo: join(root, 'demo'),
  documents: join(root, 'documents'),
  // Programs of worker threads and of a process, which the build makes (build.mjs).
  fileReader: join(root, 'dist/file-reader.cjs'),
  mediaReader: join(root, 'dist/media-reader.cjs'),
  pasteReader: join(root, 'dist/paste-reader.cjs'),
  h5: join(root, '../miniapp/dist/h5'),
  defaultData: join(root, '../data'),
};
