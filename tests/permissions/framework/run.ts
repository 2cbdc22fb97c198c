import { createClient } from '@qihang/shared/contract/client';
import type { Route, RouteRequest } from '@qihang/shared/contract/route';
import type { Judged } from './collect';
import { expectedStatuses, type MatrixRole, matrixRoles } from './roles';
import type { Canary, World } from './world';

export interface Answer {
  status: number;
  /** Head and body as they go over the wire. */
  text: string;
  /** What caches are told. */
  caches: string | undefined;
}

/** Sends a route's request as one of the roles. */
export async function knock(
  { t, people }: World,
  route: Route,
  request: unknown,
  role: MatrixRole,
): Promise<Answer> {
  let answer: Answer = { status: 0, text: '', caches: undefined };
  const client = createClient({ route }, async ({ method, path, body, file }) => {
    const token = role === 'visitor' ? undefined : people[role].token;
    const response = await t.send(path, { method, body, file, token });
    answer = {
      status: response.statusCode,
      text: JSON.stringify(response.headers) + response.body,
      caches: response.headers['cache-control'],
    };
  });
  await client.route(request as RouteRequest<Route>);
  return answer;
}

export const successOf = (route: Route): number => route.status ?? (route.response || route.file ? 200 : 204);

/** Acts in the audit log by the id of their rows. */
async function auditedActs({ t }: World): Promise<Map<string, string>> {
  const { auditLog } = t.context.db.tables;
  const rows = await t.context.db.read.select({ id: auditLog.id, action: auditLog.action }).from(auditLog);
  return new Map(rows.map(({ id, action }) => [id, action]));
}

const mayTell = ({ row }: Judged, { what, ownerId }: Canary, role: MatrixRole, world: World): boolean => {
  if (!row.tells?.[what]) return false;
  const own = role !== 'visitor' && world.people[role].id === ownerId;
  return own || row.gate === 'teacher' || row.gate === 'admin';
};

/** What an answer holds that it may not. */
export const leaksIn = (
  judged: Judged,
  world: World,
  role: MatrixRole,
  { text }: Pick<Answer, 'text'>,
): string[] =>
  world.canaries
    .filter((canary) => text.includes(canary.value) && !mayTell(judged, canary, role, world))
    .map(({ what, of }) => `${role} is told the ${what} of ${of}`);

/** Only what every visitor gets alike may stay in a cache, which then asks each time; a file that never changes may stay. */
function cachesOf({ route, row }: Judged, state: string, role: MatrixRole, status: number): string {
  const { access, session, personal } = route;
  if (status < 400 && row.lasting?.includes(state)) return 'public, max-age=31536000, immutable';
  return role === 'visitor' && access === 'public' && !session && !personal && status < 400
    ? 'no-cache'
    : 'private, no-store';
}

export interface StateReport {
  cells: number;
  expected: Partial<Record<MatrixRole, number>>;
  actual: Partial<Record<MatrixRole, number>>;
  /** What answers held, or acts failed to record. */
  faults: string[];
}

/** Runs one state of a route as every role, each on the same database. */
export async function runState(world: World, judged: Judged, state: string): Promise<StateReport> {
  const { route, row } = judged;
  const { db } = world.t.context;
  await world.t.restore();
  const thing = (await row.prepare(state, world, 'author')) as never;
  await world.t.keep('state');
  const before = await auditedActs(world);
  const all = expectedStatuses(row.gate, row.cells[state] ?? {}, successOf(route));
  const report: StateReport = { cells: 0, expected: {}, actual: {}, faults: [] };
  for (const role of matrixRoles) {
    const commits = db.commits();
    const answer = await knock(world, route, row.request({ thing, state, role, world }), role);
    report.cells += 1;
    report.expected[role] = all[role];
    report.actual[role] = answer.status;
    report.faults.push(...leaksIn(judged, world, role, answer));
    const caches = cachesOf(judged, state, role, answer.status);
    if (answer.caches !== caches)
      report.faults.push(`caches of ${role} are told ${answer.caches}, not ${caches}`);
    if (db.commits() === commits) continue;
    const acts = [...(await auditedActs(world))].flatMap(([id, act]) => (before.has(id) ? [] : [act]));
    const due = row.audits && answer.status < 300 ? [row.audits] : [];
    if (acts.join() !== due.join())
      report.faults.push(`${role} left [${acts}] in the audit log, not [${due}]`);
    if (route.method === 'GET' && !row.audits) report.faults.push(`${role} wrote into the database by a GET`);
    await world.t.restore('state');
  }
  return report;
}
