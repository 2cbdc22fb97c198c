import { readFileSync } from 'node:fs';

/** API name → base library version that introduced it ('1.0.0' where the documentation names none). */
export type ApiCatalog = ReadonlyMap<string, string>;

let catalog: ApiCatalog | undefined;

/** All members of the global `wx`, read from Tencent's own typings. */
export function apiCatalog(): ApiCatalog {
  catalog ??= readCatalog();
  return catalog;
}

/** Whether version `a` comes before `b`; both are `major.minor.patch`. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function readCatalog(): ApiCatalog {
  const manifest = require.resolve('miniprogram-api-typings/package.json');
  const typings = readFileSync(manifest.replace('package.json', 'types/wx/lib.wx.api.d.ts'), 'utf8');
  const members = typings.slice(typings.indexOf('interface Wx {'));
  const found = new Map<string, string>();
  let comment = '';
  for (const match of members.matchAll(/\/\*\*([\s\S]*?)\*\/|^ {8}(\w+)[<(:?]/gm)) {
    const [, text, name] = match;
    if (name === undefined) {
      comment = text ?? '';
      continue;
    }
    const since = /^\s*\*?\s*(?:最低|需要)基础库[：:]?\s*`?(\d+\.\d+\.\d+)/m.exec(comment)?.[1];
    if (!found.has(name)) found.set(name, since ?? '1.0.0');
    comment = '';
  }
  return found;
}
