import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import type { GateContext } from './findings';
import { oneLine } from './templates';

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux/wcsc',
  darwin: 'mac/wcsc',
  win32: 'windows/wcsc.exe',
};

/** Each WXSS file goes through Tencent's own wcsc, with the others at hand for its imports. */
export function checkStyles({ pkg, error }: GateContext): void {
  const compiler = wcsc();
  const files = pkg.files().filter((name) => name.endsWith('.wxss'));
  for (const file of files) {
    const others = files.filter((name) => name !== file);
    const { status, stderr } = spawnSync(compiler, [file, ...others], { cwd: pkg.dist, encoding: 'utf8' });
    if (status !== 0) error(`wcsc: ${oneLine(stderr)}`);
    for (const [, reference = ''] of pkg.text(file).matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)) {
      if (!pkg.has(pkg.resolve(file, reference))) error(`${file}: ${reference} does not exist`);
    }
  }
}

function wcsc(): string {
  const manifest = require.resolve('miniprogram-compiler/package.json');
  const binary = path.join(path.dirname(manifest), 'bin', FOLDERS[process.platform] ?? 'linux/wcsc');
  chmodSync(binary, 0o755);
  return binary;
}
