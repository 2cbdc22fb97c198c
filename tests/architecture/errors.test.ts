import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors, isErrorCode } from '@qihang/shared/contract/errors';
import { contracts } from '../support/contracts';

const root = join(__dirname, '../..');

function* sourcesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    if (!path.includes('node_modules')) yield readFileSync(path, 'utf8');
  }
}

const sources = [...sourcesIn('server/src'), ...sourcesIn('miniapp/src')];
const routes = contracts.flatMap(([, contract]) => Object.values(contract));
const codes = Object.keys(errors);

describe('the registry of error codes', () => {
  it.each(Object.entries(errors))('%s has a status and a Chinese title', (code, { status, title }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/[\u4e00-\u9fff]/);
  });

  it('is documented code by code', () => {
    const documented = readFileSync(join(root, 'docs/errors.md'), 'utf8');
    const rows = [...documented.matchAll(/^\| `([a-z.-]+)` \| (\d{3}) \| (.+?) \|/gm)].map(
      ([, ...row]) => row,
    );
    expect(rows).toEqual(
      Object.entries(errors).map(([code, { status, title }]) => [code, String(status), title]),
    );
  });

  it('knows every code the server throws', () => {
    const thrown = sources.flatMap((source) =>
      [...source.matchAll(/new AppError\(\s*'([^']+)'/g)].map(([, code]) => code),
    );
    expect(thrown.length).toBeGreaterThan(20);
    expect(thrown.filter((code) => !isErrorCode(code))).toEqual([]);
  });

  it('holds no code that nothing uses', () => {
    const unused = codes.filter((code) => !sources.some((source) => source.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });

  it('holds every code that a contract promises', () => {
    const promised = routes.flatMap((route) => route.errors ?? []);
    expect(promised.filter((code) => !isErrorCode(code))).toEqual([]);
  });
});
