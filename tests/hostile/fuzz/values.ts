/** Texts that parsers, databases, shells and screens trip over. */
const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u200b\u200b\u200b\u200b',
  '\u202ereverse',
  '\ufeff',
  '\u0007\u001b[31m',
  '启航',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  `Z${'\u0300'.repeat(500)}`,
  'x'.repeat(1_000),
  '长'.repeat(60_000),
  "' or '1'='1",
  '"; drop table users; --',
  '%',
  '_',
  '*',
  '"*" OR "',
  'a AND NOT b',
  '\\',
  '$' + '{7*7}{{7*7}}',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'http://',
  'http://[::1',
  'https://a.example/%00',
  'mailto:a@b\r\nbcc:c@d',
  '../../../etc/passwd',
  '=cmd|/c calc',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  'NaN',
  '-0',
  '1e309',
  '9'.repeat(400),
  '１２３',
  '٣',
  '0000-00-00',
  '0000-01-01',
  '2026-02-30',
  '2026-13-01T25:61',
  '9999-12-31',
  '275760-09-13',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-19T23:59:59Z',
  '2026-12-01T00:00:00+14:00',
  'eyJhdCI6IjIwMjYifQ',
];

const numbers: readonly number[] = [
  0,
  -0,
  -1,
  0.5,
  1e21,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  Number.MAX_SAFE_INTEGER,
];

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};

const manyKeys = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`k${i}`, i]));

const others: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  nested(200),
  nested(1_000),
  Array.from({ length: 5_000 }, () => ''),
  Array.from({ length: 300 }, (_, i) => i),
  manyKeys,
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: { admin: true } } },
  { toString: 1, valueOf: 1 },
  { $ne: null },
];

export const hostile: readonly unknown[] = [...texts, ...numbers, ...others];
export const hostileTexts = texts;
