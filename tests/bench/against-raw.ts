// The service against the least that could serve the same rows.
import autocannon from 'autocannon';
import Sqlite from 'better-sqlite3';
import type { Usage } from './child';
import { dataset, scratchCopy } from './dataset';
import { median } from './figures';
import { ask, type Server, start, stopAll } from './servers';
import { benchToken } from './token';

export interface RawOptions {
  /** The folder of the bundles. */
  servers: string;
  rows: number;
  seconds: number;
  rounds: number;
  say(line: string): void;
}

interface Case {
  name: string;
  path: { api: string; raw: string };
  body?: string;
  /** Whether the service may answer with what it kept; otherwise every answer is made anew. */
  kept?: boolean;
}

interface Figures {
  perSecond: number;
  p99: number;
  cpuMicroseconds: number;
  residentMiB: number;
}

async function measure(
  { child, origin }: Server,
  side: 'api' | 'raw',
  { path, body, kept }: Case,
  seconds: number,
): Promise<Figures> {
  const before = await ask<Usage>(child, 'usage');
  const result = await autocannon({
    url: origin + path[side],
    connections: 10,
    duration: seconds,
    ...(body ? { method: 'POST', body } : {}),
    headers: {
      'content-type': 'application/json',
      ...(kept ? {} : { 'cache-control': 'no-cache' }),
      ...(body ? { authorization: `Bearer ${benchToken}` } : {}),
    },
  });
  const after = await ask<Usage>(child, 'usage');
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${side} ${path[side]}: ${result.non2xx} refused`);
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / result.requests.total,
    residentMiB: after.residentBytes / 2 ** 20,
  };
}

const middle = (list: readonly Figures[]): Figures => ({
  perSecond: median(list.map((f) => f.perSecond)),
  p99: median(list.map((f) => f.p99)),
  cpuMicroseconds: median(list.map((f) => f.cpuMicroseconds)),
  residentMiB: Math.max(...list.map((f) => f.residentMiB)),
});

function casesFor(file: string, rows: number): Case[] {
  const db = new Sqlite(file, { readonly: true });
  const { id } = db.prepare('select id from jobs order by id limit 1 offset ?').get(Math.floor(rows / 2)) as {
    id: string;
  };
  db.close();
  const city = encodeURIComponent('深圳');
  const word = encodeURIComponent('会计');
  const same = (path: string) => ({ api: path, raw: path });
  return [
    { name: 'list, one city', path: same(`/api/v1/jobs?city=${city}`) },
    { name: 'list, kept answer', path: same(`/api/v1/jobs?city=${city}`), kept: true },
    { name: 'detail', path: same(`/api/v1/jobs/${id}`) },
    {
      name: 'search, two characters',
      path: { api: `/api/v1/search?q=${word}`, raw: `/api/v1/search?raw=%22${word}%22` },
    },
    {
      name: 'create',
      path: same('/api/v1/jobs'),
      body: JSON.stringify({
        title: '嵌入式软件工程师',
        company: '澄江汽车电子',
        kind: 'campus',
        cities: ['江州', '宁波'],
        deadline: '2027-12-31',
        headcount: 2,
        salary: { min: 8000, max: 12_000, unit: 'month' },
        source: { origin: 'college' },
        body: `${'负责车载控制器的软件设计、测试与现场支持。'.repeat(10)}要求：本科及以上。`,
      }),
    },
  ];
}

/** Both servers live through the same rounds by turns, so that what else the machine does meets both. */
export async function measureAgainstRaw({ servers, rows, seconds, rounds, say }: RawOptions) {
  const stock = await dataset(servers, rows, say);
  const copy = scratchCopy(stock);
  const results: { name: string; raw: Figures; api: Figures; ratio: number }[] = [];
  try {
    for (const one of casesFor(stock, rows)) {
      const raw = await start(servers, 'raw', copy.file);
      const api = await start(servers, 'api', copy.file);
      const figures = { raw: [] as Figures[], api: [] as Figures[] };
      for (let round = 0; round < rounds; round++) {
        figures.raw.push(await measure(raw, 'raw', one, seconds));
        figures.api.push(await measure(api, 'api', one, seconds));
      }
      stopAll();
      const [r, a] = [middle(figures.raw), middle(figures.api)];
      results.push({ name: one.name, raw: r, api: a, ratio: a.perSecond / r.perSecond });
    }
  } finally {
    stopAll();
    copy.remove();
  }
  return results;
}

export type RawResults = Awaited<ReturnType<typeof measureAgainstRaw>>;

export const tableOfRaw = (results: RawResults) =>
  Object.fromEntries(
    results.map(({ name, raw, api, ratio }) => [
      name,
      {
        'raw req/s': Math.round(raw.perSecond),
        'api req/s': Math.round(api.perSecond),
        ratio: ratio.toFixed(2),
        'raw p99 ms': raw.p99,
        'api p99 ms': api.p99,
        'raw CPU µs': Math.round(raw.cpuMicroseconds),
        'api CPU µs': Math.round(api.cpuMicroseconds),
        'CPU ratio': (raw.cpuMicroseconds / api.cpuMicroseconds).toFixed(2),
        'raw MiB': Math.round(raw.residentMiB),
        'api MiB': Math.round(api.residentMiB),
      },
    ]),
  );
