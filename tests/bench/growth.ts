// How the service's answers slow down as the stock grows.
import { Agent, request } from 'node:http';
import { jobKinds } from '@qihang/shared/jobs/vocabulary';
import { dataset } from './dataset';
import { quantile } from './figures';
import { type Server, start, stopAll } from './servers';
import { benchToken } from './token';

export interface GrowthOptions {
  /** The folder of the bundles. */
  servers: string;
  small: number;
  large: number;
  /** How often each case is asked of each stock. */
  samples: number;
  say(line: string): void;
}

interface Case {
  name: string;
  paths: string[];
  body?: string;
}

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const cities = ['深圳', '上海', '成都', '西安', '江州', '宁波'];
const majors = ['会计', '软件工程', '护理', '土木工程'];

const announcement = `【校招】远帆软件 2027 届招聘
岗位：后端开发工程师（若干）、测试工程师 3 名
地点：江州、宁波
要求：本科及以上，计算机类、软件工程优先
薪资：8k-12k·14薪
截止：2027年3月31日 18:00
投递：hr@yuanfan.example，邮件标题写“姓名+学校+岗位”`;

const cases: Case[] = [
  { name: 'list', paths: ['/jobs'] },
  { name: 'list, one city', paths: cities.map((city) => `/jobs?${query({ city })}`) },
  {
    name: 'list, city, kind and degree',
    paths: cities.flatMap((city) =>
      jobKinds.map((kind) => `/jobs?${query({ city, kind, degree: 'bachelor' })}`),
    ),
  },
  {
    name: 'list, two cities and major',
    paths: majors.map(
      (major) => `/jobs?${query({ major })}&${query({ city: '深圳' })}&${query({ city: '成都' })}`,
    ),
  },
  { name: 'list, closing first', paths: cities.map((city) => `/jobs?${query({ city, sort: 'deadline' })}`) },
  {
    name: 'search, two characters',
    paths: ['会计', '护理', '物流', '专员', '深圳'].map((q) => `/search?${query({ q })}`),
  },
  {
    name: 'search, two words',
    paths: ['会计 深圳', '护理 助理', '岚山 软件'].map((q) => `/search?${query({ q })}`),
  },
  { name: 'parse', paths: ['/jobs/parse'], body: JSON.stringify({ text: announcement }) },
];

/** Milliseconds until the whole answer is there. */
function ask({ origin }: Server, agent: Agent, path: string, body: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const call = request(
      `${origin}/api/v1${path}`,
      {
        agent,
        method: body ? 'POST' : 'GET',
        headers: {
          'cache-control': 'no-cache',
          ...(body ? { 'content-type': 'application/json', authorization: `Bearer ${benchToken}` } : {}),
        },
      },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
        response.resume();
        response.once('end', () => resolve(performance.now() - started));
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}

const figuresOf = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) });

/** One connection, and each request asked of both stocks in turn, so that what else the machine does meets both. */
export async function measureGrowth({ servers, small, large, samples, say }: GrowthOptions) {
  const stocks = [await dataset(servers, small, say), await dataset(servers, large, say)];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const [few, many] = (await Promise.all(stocks.map((file) => start(servers, 'api', file)))) as [
      Server,
      Server,
    ];
    const results = [];
    for (const { name, paths, body } of cases) {
      const times = { few: [] as number[], many: [] as number[] };
      // The first tenth warms both up.
      for (let i = -Math.ceil(samples / 10); i < samples; i++) {
        const path = paths[Math.abs(i) % paths.length] as string;
        const took = { few: await ask(few, agent, path, body), many: await ask(many, agent, path, body) };
        if (i < 0) continue;
        times.few.push(took.few);
        times.many.push(took.many);
      }
      const figures = { small: figuresOf(times.few), large: figuresOf(times.many) };
      results.push({ name, ...figures, growth: figures.large.p50 / figures.small.p50 });
    }
    return results;
  } finally {
    agent.destroy();
    stopAll();
  }
}

export type GrowthResults = Awaited<ReturnType<typeof measureGrowth>>;

export const tableOfGrowth = (results: GrowthResults, { small, large }: GrowthOptions) =>
  Object.fromEntries(
    results.map((one) => [
      one.name,
      {
        [`${small} p50 ms`]: one.small.p50.toFixed(2),
        [`${small} p99 ms`]: one.small.p99.toFixed(2),
        [`${large} p50 ms`]: one.large.p50.toFixed(2),
        [`${large} p99 ms`]: one.large.p99.toFixed(2),
        'p50 growth': one.growth.toFixed(2),
      },
    ]),
  );
