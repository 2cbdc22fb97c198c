import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import Sqlite from 'better-sqlite3';
import type { Usage } from './child';
import { benchToken } from './token';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [servers = ''] = positionals;
const rows = Number(values.rows);
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);

interface Server {
  child: ChildProcess;
  origin: string;
}

function ask<T>(child: ChildProcess, question?: string): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as T));
    child.once('exit', (code) => reject(new Error(`A measured server ended with ${code}`)));
    if (question) child.send(question);
  });
}

const running = new Set<ChildProcess>();

async function start(name: 'api' | 'raw', url: string): Promise<Server> {
  const child = fork(join(servers, `${name}-server.cjs`), [url]);
  running.add(child);
  const { port } = await ask<{ port: number }>(child);
  return { child, origin: `http://127.0.0.1:${port}` };
}

function fill(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(servers, 'fill.cjs'), [url, String(rows)]);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The rows could not be written')),
    );
  });
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

function stopAll(): void {
  for (const child of running) child.removeAllListeners('exit').kill();
  running.clear();
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const middle = (list: readonly Figures[]): Figures => ({
  perSecond: median(list.map((f) => f.perSecond)),
  p99: median(list.map((f) => f.p99)),
  cpuMicroseconds: median(list.map((f) => f.cpuMicroseconds)),
  residentMiB: Math.max(...list.map((f) => f.residentMiB)),
});

function casesFor(url: string): Case[] {
  const db = new Sqlite(url.replace(/^file:/, ''), { readonly: true });
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

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-bench-'));
  const url = `file:${join(folder, 'bench.db')}`;
  const started = Date.now();
  await fill(url);
  if (!values.json) console.log(`${rows} jobs written in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const cases = casesFor(url);
  const results: { name: string; raw: Figures; api: Figures; ratio: number }[] = [];
  for (const one of cases) {
    // Both servers live through the same rounds by turns, so that what else the machine does meets both.
    const raw = await start('raw', url);
    const api = await start('api', url);
    const figures = { raw: [] as Figures[], api: [] as Figures[] };
    for (let round = 0; round < rounds; round++) {
      figures.raw.push(await measure(raw, 'raw', one));
      figures.api.push(await measure(api, 'api', one));
    }
    stopAll();
    const [r, a] = [middle(figures.raw), middle(figures.api)];
    results.push({ name: one.name, raw: r, api: a, ratio: a.perSecond / r.perSecond });
  }
  rmSync(folder, { recursive: true, force: true });
  if (values.json) return console.log(JSON.stringify({ rows, seconds, rounds, results }, null, 2));
  console.table(
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
          'raw MiB': Math.round(raw.residentMiB),
          'api MiB': Math.round(api.residentMiB),
        },
      ]),
    ),
  );
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(stopAll);
