// Takes about 90 seconds.
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';
import { collectRows, judge, unmatched } from './framework/collect';
import { matrixRoles } from './framework/roles';
import { runState } from './framework/run';
import { openWorld, type World } from './framework/world';

const rows = collectRows();
const judged = judge(contracts, rows);

let t: TestApp;
let world: World;
let cells = 0;
let states = 0;

beforeAll(async () => {
  t = await startTestApp();
  world = await openWorld(t);
});
afterAll(async () => {
  process.stdout.write(
    `permissions: ${judged.length} routes × ${matrixRoles.length} roles × ${states} states: ${cells} cells\n`,
  );
  await t.close();
});

it('has a row for every route of every contract, and a route for every row', () => {
  expect(unmatched(contracts, rows).join('\n\n')).toBe('');
});

describe.each(judged.map((one) => [`${one.feature}.${one.name}`, one] as const))('%s', (_, one) => {
  it.each(Object.keys(one.row.cells))('%s', async (state) => {
    const report = await runState(world, one, state);
    cells += report.cells;
    states += 1;
    expect({ cells: report.actual, faults: report.faults }).toEqual({ cells: report.expected, faults: [] });
  });
});
