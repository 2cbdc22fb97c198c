// Takes about 30 seconds.
import { check } from '@qihang/shared/contract/messages';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';
import { collectRows, type Judged, judge } from './framework/collect';
import { idPlaces, malformed, nowhere, withValue } from './framework/ids';
import { expectedStatuses, type MatrixRole, matrixRoles, stoppedBy } from './framework/roles';
import { knock, leaksIn, successOf } from './framework/run';
import { openWorld, type World } from './framework/world';

const judged = judge(contracts, collectRows());

let t: TestApp;
let world: World;
/** Everything that names something, by its kind: what a request may bring to the wrong door. */
const known: { kinds: readonly string[]; value: string }[] = [];

beforeAll(async () => {
  t = await startTestApp();
  world = await openWorld(t);
  for (const kind of new Set(judged.flatMap(({ row }) => row.kind ?? []))) {
    const [make] = Object.values(kind.states);
    const thing = await make?.(world, 'stranger');
    for (const value of Object.values(thing as object))
      if (typeof value === 'string') known.push({ kinds: [kind.name, ...kind.alike], value });
  }
  known.push({ kinds: ['person'], value: world.people.stranger.id });
  await t.keep();
});
afterAll(() => t.close());

const firstState = ({ row }: Judged): string => Object.keys(row.cells)[0] ?? '';

/** The request of the first state with other values in `place`, as these roles: statuses and leaks. */
async function bring(one: Judged, place: string, values: readonly string[], roles: readonly MatrixRole[]) {
  const { row, route } = one;
  await t.restore();
  const thing = (await row.prepare(firstState(one), world, 'author')) as never;
  const outcomes: { role: MatrixRole; value: string; status: number; leaks: string[] }[] = [];
  for (const value of values) {
    for (const role of roles) {
      const request = row.request({ thing, state: firstState(one), role, world });
      const answer = await knock(world, route, withValue(request, place, value), role);
      outcomes.push({ role, value, status: answer.status, leaks: leaksIn(one, world, role, answer) });
    }
  }
  return outcomes;
}

const acceptable = ({ route }: Judged, place: string, value: string): boolean => {
  const [part = '', ...rest] = place.split('.');
  const schema = route[part as 'params' | 'query' | 'body'];
  // Only complaints about this very place count: the rest of the request is not there.
  const checked = schema ? check(schema, withValue({}, rest.join('.'), value)) : { ok: true as const };
  return checked.ok || !checked.errors.some(({ path }) => path === rest.join('.'));
};

/** What a role gets for a thing that is not there: the gate's answer, else 404, else what the row says is refused first. */
function allowed({ row, route }: Judged, place: string, role: MatrixRole): number[] {
  const stopped = stoppedBy(row.gate).get(role);
  if (stopped) return [stopped];
  const [status] = row.elsewhere?.[place] ?? [404];
  const usual = expectedStatuses(row.gate, Object.values(row.cells)[0] ?? {}, successOf(route))[role];
  return usual === 403 ? [status, 403] : [status];
}

const places = judged.flatMap((one) =>
  idPlaces(one.route).map((place) => [`${one.feature}.${one.name}`, place, one] as const),
);

describe('an id of', () => {
  it('every route that takes one is looked at', () => {
    const withParams = judged.filter(({ route }) => route.path.includes('{')).length;
    expect(withParams).toBeGreaterThan(10);
    expect(places.filter(([, place]) => place.startsWith('params')).length).toBeGreaterThanOrEqual(
      withParams,
    );
    expect(places.some(([name, place]) => name === 'threads.accept' && place === 'body.answerId')).toBe(true);
  });

  it.each(places)('%s, %s, that names nothing is answered as nothing', async (_, place, one) => {
    const value = nowhere.find((value) => acceptable(one, place, value));
    // One word of a list names nothing else: any other word is no word at all.
    if (value === undefined) return;
    const outcomes = await bring(one, place, [value], matrixRoles);
    const wrong = outcomes.filter(
      ({ role, status, leaks }) => leaks.length > 0 || !allowed(one, place, role).includes(status),
    );
    expect(wrong).toEqual([]);
  });

  it.each(places)('%s, %s, that names something of another kind opens nothing', async (_, place, one) => {
    const own = one.row.kind ? [one.row.kind.name, ...one.row.kind.alike] : [];
    const others = known
      .filter(({ kinds }) => !kinds.some((kind) => own.includes(kind)))
      .map(({ value }) => value);
    const outcomes = await bring(one, place, others, ['graduate', 'lead', 'admin']);
    const wrong = outcomes.filter(({ role, value, status, leaks }) => {
      const fine = allowed(one, place, role);
      return leaks.length > 0 || !(acceptable(one, place, value) ? fine : [...fine, 400]).includes(status);
    });
    expect(wrong).toEqual([]);
  });

  it.each(places)('%s, %s, that is no id at all is refused as such', async (_, place, one) => {
    const values = malformed.filter((value) => !acceptable(one, place, value));
    expect(values.length).toBeGreaterThan(0);
    const outcomes = await bring(one, place, values, ['visitor', 'graduate', 'admin']);
    // The gate comes before the schema: a sender it stops learns nothing of what is wrong with the request.
    const stopped = stoppedBy(one.row.gate);
    const refused = (role: MatrixRole) => [stopped.get(role) ?? [400, 404]].flat();
    expect(
      outcomes.filter(({ role, status, leaks }) => !refused(role).includes(status) || leaks.length > 0),
    ).toEqual([]);
  });
});

describe("somebody else's", () => {
  const about = judged.flatMap((one) =>
    one.row.kind ? Object.keys(one.row.cells).map((state) => [one.row.kind?.name, state, one] as const) : [],
  );
  const named = about.map(([kind, state, one]) => [kind, `${one.feature}.${one.name}`, state, one] as const);

  it.each(named)('%s gives its author no right at %s (%s)', async (_, __, state, one) => {
    const { row, route } = one;
    await t.restore();
    const thing = (await row.prepare(state, world, 'stranger')) as never;
    const expected = expectedStatuses(row.gate, row.cells[state] ?? {}, successOf(route)).graduate;
    const answer = await knock(world, route, row.request({ thing, state, role: 'author', world }), 'author');
    expect([answer.status, leaksIn(one, world, 'author', answer)]).toEqual([expected, []]);
  });
});
