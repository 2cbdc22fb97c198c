import { performance } from 'node:perf_hooks';
import type { Judged } from '../../permissions/framework/collect';
import { type MatrixRole, matrixRoles } from '../../permissions/framework/roles';
import { leaksIn, successOf } from '../../permissions/framework/run';
import type { World } from '../../permissions/framework/world';
import type { Chance } from './chance';
import { faultsOfAnswer } from './judge';
import { mutated, type Shot } from './mutate';
import { sendShot, shotOf } from './send';
import type { Way } from './ways';

interface Fuzzing {
  perRoute: number;
  chance: Chance;
  /** For operations that the matrix only sees refused, by `feature.route`. */
  ways: Readonly<Record<string, (world: World) => Promise<Way>>>;
}

export interface Reached {
  route: string;
  /** A request of the matrix that succeeded, by this role; null when none did. */
  by: MatrixRole | null;
}

export interface FuzzReport {
  requests: number;
  /** How many answers had each status. */
  statuses: Map<number, number>;
  /** The longest answer took so many milliseconds, and to what. */
  slowest: { ms: number; route: string };
  reached: Reached[];
  faults: string[];
}

const tokenOf = (world: World, role: MatrixRole) =>
  role === 'visitor' ? undefined : world.people[role].token;

/** The most powerful first: one of them succeeds at whatever can be done. */
const ableFirst: readonly MatrixRole[] = [
  'admin',
  'teacher',
  'lead',
  'author',
  'graduate',
  'unverified',
  'visitor',
];

interface Ready {
  shot: Shot;
  by: MatrixRole;
  token: string | undefined;
}

/** Brings a route to a state in which its own request succeeds, and sends that; undefined when nobody can in any state. */
async function reach(
  world: World,
  { route, row }: Judged,
  way?: (world: World) => Promise<Way>,
): Promise<Ready | undefined> {
  const sent = async (request: unknown, by: MatrixRole, token = tokenOf(world, by)) => {
    const shot = await shotOf(route, request);
    const { statusCode } = await sendShot(world.t.app, shot, token);
    return statusCode === successOf(route) ? { shot, by, token } : undefined;
  };
  if (way) {
    await world.t.restore();
    const { request, by, token } = await way(world);
    return sent(request, by, token);
  }
  for (const state of Object.keys(row.cells)) {
    for (const role of ableFirst) {
      await world.t.restore();
      const thing = (await row.prepare(state, world, 'author')) as never;
      const ready = await sent(row.request({ thing, state, role, world }), role);
      if (ready) return ready;
    }
  }
  return undefined;
}

const pathOf = ({ path }: Shot): string => new URL(path, 'http://x').pathname;

/** On its own path it is this route that answers, and its promises count; one that signs in answers to the person it names. */
const mayJudge = ({ route }: Judged, shot: Shot, ready: Shot): boolean =>
  route.session !== 'opens' && shot.method === ready.method && pathOf(shot) === pathOf(ready);

/** Reaches every route once, then sends each `perRoute` requests that are spoiled versions of the one that worked. */
export async function fuzz(
  world: World,
  judged: readonly Judged[],
  { perRoute, chance, ways }: Fuzzing,
): Promise<FuzzReport> {
  const report: FuzzReport = {
    requests: 0,
    statuses: new Map(),
    slowest: { ms: 0, route: '' },
    reached: [],
    faults: [],
  };
  for (const one of judged) {
    const route = `${one.feature}.${one.name}`;
    const ready = await reach(world, one, ways[route]);
    report.reached.push({ route, by: ready?.by ?? null });
    if (!ready) continue;
    for (let n = 0; n < perRoute; n += 1) {
      const role = chance.oneIn(2) ? ready.by : chance.pick(matrixRoles);
      const shot = mutated(ready.shot, chance);
      const began = performance.now();
      const answer = await sendShot(
        world.t.app,
        shot,
        role === ready.by ? ready.token : tokenOf(world, role),
      );
      const ms = performance.now() - began;
      if (ms > report.slowest.ms) report.slowest = { ms, route };
      report.requests += 1;
      report.statuses.set(answer.statusCode, (report.statuses.get(answer.statusCode) ?? 0) + 1);
      const text = JSON.stringify(answer.headers) + answer.body;
      const leaks = mayJudge(one, shot, ready.shot) ? leaksIn(one, world, role, { text }) : [];
      for (const fault of [...faultsOfAnswer(answer, shot.method), ...leaks])
        report.faults.push(
          `${route} as ${role}, request ${n}: ${fault} ← ${JSON.stringify(shot).slice(0, 300)}`,
        );
    }
  }
  return report;
}
