import type { Chance } from './chance';
import { hostile, hostileTexts } from './values';

/** One request as it goes over the wire; `payload` is sent as it stands. */
export interface Shot {
  method: string;
  /** Below the API base, with the query. */
  path: string;
  body?: unknown;
  /** In place of `body`: what is no JSON of an object, or is by another name. */
  payload?: { text: string | Buffer; type: string };
  file?: { name: string; content: Buffer };
  headers: Record<string, string>;
}

type Tree = Record<string, unknown>;

/** Every place of a value, as the keys that lead to it. */
function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...at, key]))];
}

function changedAt(value: unknown, place: readonly string[], change: (holder: Tree, key: string) => void) {
  const copy = structuredClone({ root: value }) as Tree;
  let holder = copy;
  const keys = ['root', ...place];
  for (const key of keys.slice(0, -1)) holder = holder[key] as Tree;
  change(holder, keys.at(-1) as string);
  return copy.root;
}

type Mutation = (shot: Shot, chance: Chance) => Shot;

const someValue = (chance: Chance): unknown => chance.pick(hostile);

const replaceValue: Mutation = (shot, chance) => {
  const place = chance.pick(placesIn(shot.body ?? {}));
  const value = someValue(chance);
  return {
    ...shot,
    body: changedAt(shot.body ?? {}, place, (holder, key) => {
      holder[key] = value;
    }),
  };
};

const dropKey: Mutation = (shot, chance) => ({
  ...shot,
  body: changedAt(shot.body ?? {}, chance.pick(placesIn(shot.body ?? {})), (holder, key) => {
    delete holder[key];
  }),
});

const addKey: Mutation = (shot, chance) => ({
  ...shot,
  body: {
    ...(shot.body as object | undefined),
    [chance.pick(['extra', 'id', 'role', '__proto__', 'ownerId', 'life', 'version'])]: someValue(chance),
  },
});

const wrap: Mutation = (shot, chance) => ({
  ...shot,
  body: changedAt(shot.body ?? {}, chance.pick(placesIn(shot.body ?? {})), (holder, key) => {
    holder[key] = chance.oneIn(2) ? [holder[key]] : { value: holder[key] };
  }),
});

/** Text at any place: what grows is cut by limits, what is odd by patterns. */
const spoilText: Mutation = (shot, chance) => {
  const place = chance.pick(placesIn(shot.body ?? {}));
  const odd = chance.pick(hostileTexts);
  return {
    ...shot,
    body: changedAt(shot.body ?? {}, place, (holder, key) => {
      const old = holder[key];
      if (typeof old === 'string') holder[key] = chance.oneIn(2) ? old + odd : odd + old;
      else if (typeof old === 'number') holder[key] = old * chance.pick([-1, 0, 1e9, 0.1]);
      else holder[key] = odd;
    }),
  };
};

const breakJson: Mutation = (shot, chance) => {
  const text = JSON.stringify(shot.body ?? { a: 1 });
  const cut = chance.below(text.length);
  const broken = chance.pick([
    text.slice(0, cut),
    `${text}${text}`,
    `${text.slice(0, cut)}\u0000${text.slice(cut)}`,
    `[${'['.repeat(20_000)}`,
    '"text"',
    'null',
    '1e999',
    `{"a":${'9'.repeat(5_000)}}`,
    `{${'"a":1,'.repeat(5_000)}"a":1}`,
  ]);
  return { ...shot, payload: { text: broken, type: 'application/json' } };
};

const otherType: Mutation = (shot, chance) => ({
  ...shot,
  payload: {
    text: chance.pick([JSON.stringify(shot.body ?? {}), 'a=1&b=2', '<a/>', '']),
    type: chance.pick([
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/json; charset=utf-16',
      'nonsense',
    ]),
  },
});

const encodedText = (chance: Chance): string => {
  const text = chance.pick(hostileTexts).slice(0, 300);
  try {
    return encodeURIComponent(text);
  } catch {
    // A lone surrogate has no encoding; its bytes are sent as they are written wrongly by some clients.
    return '%ED%A0%80';
  }
};

const spoilPath: Mutation = (shot, chance) => {
  const [path = '', query] = shot.path.split('?');
  const parts = path.split('/');
  parts[1 + chance.below(Math.max(1, parts.length - 1))] = encodedText(chance) || '%20';
  return { ...shot, path: parts.join('/') + (query === undefined ? '' : `?${query}`) };
};

const rawPath: Mutation = (shot, chance) => ({
  ...shot,
  path:
    shot.path +
    chance.pick([
      '/',
      '//',
      '/..',
      '/%2e%2e%2f',
      '?',
      '?=&=&',
      '?%',
      '?a=%zz',
      '#a',
      '%00',
      ';a=b',
      '?a[b]=1',
    ]),
});

const spoilQuery: Mutation = (shot, chance) => {
  const [path = '', query = ''] = shot.path.split('?');
  const pairs = query === '' ? [] : query.split('&');
  const known = [
    'q',
    'limit',
    'cursor',
    'board',
    'state',
    'city',
    'kind',
    'sort',
    'mine',
    'major',
    'title',
    'from',
    'to',
  ];
  const keys = [...pairs.map((pair) => pair.split('=')[0] ?? ''), ...known];
  const added = `${chance.pick(keys)}=${encodedText(chance)}`;
  const times = chance.oneIn(20) ? 60 : 1 + chance.below(3);
  return { ...shot, path: `${path}?${[...pairs, ...Array.from({ length: times }, () => added)].join('&')}` };
};

const otherMethod: Mutation = (shot, chance) => ({
  ...shot,
  method: chance.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']),
  headers: chance.oneIn(2)
    ? { ...shot.headers, 'x-http-method-override': chance.pick(['PATCH', 'DELETE', 'TRACE', '\u00e9']) }
    : shot.headers,
});

const oddHeaders: Mutation = (shot, chance) => ({
  ...shot,
  headers: {
    ...shot.headers,
    ...chance.pick<Record<string, string>>([
      { 'idempotency-key': 'x'.repeat(500) },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'the-same-for-all' },
      { 'if-match': '"nonsense"' },
      { 'if-none-match': '*' },
      { accept: 'application/xml;q=0.1' },
      { 'accept-encoding': 'br;q=NaN, gzip;q=2, zstd' },
      { range: 'bytes=0-0,2-1,-1' },
      { 'x-forwarded-for': '1.2.3.4, , ::1%eth0, nonsense' },
      { host: 'evil.example' },
      { origin: 'https://evil.example' },
      { cookie: `qihang=${'x'.repeat(3_000)}; __Host-qihang=%ZZ` },
      { authorization: 'Bearer' },
      { authorization: 'Bearer a b c' },
      { authorization: `Bearer ${'x'.repeat(3_000)}` },
      { authorization: 'Basic YTpi' },
      { 'content-length': '5' },
      { 'x-qihang-csrf': '1' },
    ]),
  },
});

const spoilFile: Mutation = (shot, chance) => {
  if (!shot.file) return replaceValue(shot, chance);
  const { content } = shot.file;
  const cut = chance.below(content.length + 1);
  const bytes = chance.pick<() => Buffer>([
    () => content.subarray(0, cut),
    () => Buffer.concat([content.subarray(0, cut), Buffer.from([0, 255, 254]), content.subarray(cut)]),
    () => Buffer.from(Array.from({ length: 400 }, () => chance.below(256))),
    () => Buffer.from('PK\u0003\u0004nothing'),
    () => Buffer.from(`${'a,'.repeat(3_000)}\n`.repeat(30)),
    () => Buffer.from(`"${'x\n'.repeat(3_000)}`),
    () => Buffer.from('\ufeff学号,姓名\n=1+1,<b>'),
    () => Buffer.alloc(0),
  ])();
  const name = chance.oneIn(2)
    ? shot.file.name
    : chance.pick(['../a.csv', 'a.xlsx', '\u202evsc.exe', 'a'.repeat(999), '']);
  return { ...shot, file: { name, content: bytes } };
};

const mutations: readonly Mutation[] = [
  replaceValue,
  replaceValue,
  replaceValue,
  spoilText,
  spoilText,
  dropKey,
  addKey,
  wrap,
  breakJson,
  otherType,
  spoilPath,
  rawPath,
  spoilQuery,
  spoilQuery,
  otherMethod,
  oddHeaders,
  spoilFile,
];

/** The request spoiled at one to three places. */
export function mutated(shot: Shot, chance: Chance): Shot {
  let spoiled = shot;
  for (let left = 1 + chance.below(3); left > 0; left -= 1) spoiled = chance.pick(mutations)(spoiled, chance);
  return spoiled;
}
