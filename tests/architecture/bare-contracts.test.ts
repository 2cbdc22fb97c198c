import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from '@qihang/shared/contracts';

const sources = join(__dirname, '../../miniapp/src');

/** What miniapp/babel-plugin-bare-contracts.js leaves of a route. */
const left = ['method', 'path', 'idempotency'];

it('reads nothing of a route on the phone that its build leaves out', () => {
  const read = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(sources, file), 'utf8').matchAll(/\b\w+Contract\.\w+\.(?<field>\w+)/g),
    ])
    .map(({ groups }) => groups?.field);
  expect(read).toContain('path');
  expect(read.filter((field) => !left.includes(field ?? ''))).toEqual([]);
});

it('describes every route, by which the build knows one', () => {
  for (const contract of Object.values(contracts))
    for (const { summary } of Object.values(contract)) expect(summary).toMatch(/\w/);
});
