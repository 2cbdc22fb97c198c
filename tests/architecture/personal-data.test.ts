import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '@qihang/server/composition/registry';
import { personColumns, tableNames } from '../support/references';

const text = readFileSync(join(__dirname, '../../docs/privacy.md'), 'utf8');
const rows = [...text.matchAll(/^\| `(\w+)` \| .+ \| .+ \| `([\w.-]+)` \|$/gm)].map(
  ([, table = '', kept = '']) => ({
    table,
    kept,
  }),
);
const impersonal = [
  ...(/Tables that hold nothing of a person: ([^.]+)\./.exec(text)?.[1] ?? '').matchAll(/`(\w+)`/g),
].map(([, table = '']) => table);
const words = ['account', 'choice', 'service'];
const declared = registry.personalData.flatMap(({ columns }) => Object.keys(columns));

describe('columns that name a person', () => {
  it('are found in the schema', () => {
    expect(personColumns.length).toBeGreaterThan(15);
    expect(personColumns.map(({ name }) => name)).toContain('jobs.verified_by_id');
  });

  it('stand, each once, in the personal data of a feature, which names no other', () => {
    expect([...declared].sort()).toEqual(personColumns.map(({ name }) => name).sort());
  });
});

describe('the table of docs/privacy.md', () => {
  it('has every table, with what it holds of people or that it holds nothing', () => {
    expect([...rows.map(({ table }) => table), ...impersonal].sort()).toEqual([...tableNames].sort());
  });

  it('holds every table that names people', () => {
    const naming = new Set(declared.map((column) => column.split('.')[0]));
    const documented = rows.map(({ table }) => table);
    expect([...naming].filter((table) => !documented.includes(table ?? ''))).toEqual([]);
  });

  it('says of each how long it is kept, by a rule that exists, and every rule has its row', () => {
    const rules = registry.retention.map(({ name }) => name);
    const named = rows.map(({ kept }) => kept).filter((kept) => !words.includes(kept));
    expect(named.sort()).toEqual(rules.sort());
  });
});

it('has words for every section, and each section once', () => {
  const keys = registry.personalData.flatMap(({ sections }) => Object.keys(sections));
  expect(new Set(keys).size).toBe(keys.length);
  const listed = /Sections:\n([\s\S]+?)\. A new section/.exec(text)?.[1]?.match(/\w+/g) ?? [];
  expect([...listed].sort()).toEqual([...keys].sort());
  for (const { sections } of registry.personalData)
    for (const { title, what, why, kept } of Object.values(sections))
      for (const said of [title, what, why, kept]) expect(said).toMatch(/[\u4e00-\u9fff]/);
});
