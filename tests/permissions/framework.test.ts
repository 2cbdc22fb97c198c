import { gatesOf } from '@qihang/server/composition/gates';
import { apiOf } from '@qihang/server/http/mount';
import { id } from '@qihang/shared/contract/fields';
import { type Contract, defineContract } from '@qihang/shared/contract/route';
import * as z from 'zod/mini';
import { startTestApp, type TestApp } from '../support/app';
import { collectRows, judge, unmatched } from './framework/collect';
import { idPlaces, withValue } from './framework/ids';
import { tellingFields } from './framework/leaks';
import { expectedStatuses } from './framework/roles';
import { about, type FeatureRows, plain, rowsOf } from './framework/row';
import { runState } from './framework/run';
import { openWorld, type World } from './framework/world';
import { job } from './kinds/jobs';

// Routes as somebody careless would write them, on the real server: each must be caught.
const careless = defineContract({
  openid: {
    method: 'GET',
    path: '/careless/openid',
    summary: 'Tells an openid',
    access: 'public',
    response: z.object({ note: z.string() }),
  },
  asker: {
    method: 'GET',
    path: '/careless/asker',
    summary: 'Tells who asked anonymously',
    access: 'signed-in',
    response: z.object({ asker: z.object({ userId: z.string() }), note: z.string() }),
  },
  open: {
    method: 'POST',
    path: '/careless/{id}/open',
    summary: 'Lets everybody who is signed in do what is for teachers, and records nothing',
    access: 'signed-in',
    params: z.strictObject({ id }),
  },
  writes: {
    method: 'GET',
    path: '/careless/writes',
    summary: 'Writes although it only reads',
    access: 'public',
    response: z.object({ note: z.string() }),
  },
});
const contracts: [string, Contract][] = [['careless', careless]];

let t: TestApp;
let world: World;
beforeAll(async () => {
  t = await startTestApp();
  const touch = () => t.context.db.write((tx) => tx.update(t.context.db.tables.boards).set({ name: '改了' }));
  await t.app.register(
    async (api) =>
      apiOf(api, t.context, gatesOf(t.context)).mount('careless', careless, {
        openid: async () => ({ note: 'openid-canary-of-author' }),
        asker: async () => ({ asker: { userId: world.people.asker.id }, note: world.anonymousName }),
        open: async () => {
          await touch();
          return undefined;
        },
        writes: async () => {
          await touch();
          return { note: '' };
        },
      }),
    { prefix: '/api/v1' },
  );
  world = await openWorld(t);
});
afterAll(() => t.close());

const rows = rowsOf('careless', careless, {
  openid: plain({ gate: 'public', cells: { always: {} } }),
  asker: plain({ gate: 'signed-in', cells: { always: {} } }),
  open: about(job, {
    gate: 'teacher',
    request: ({ thing }) => ({ params: { id: thing.id } }),
    audits: 'careless.open',
    cells: { open: {}, closed: {}, hidden: {}, 'board off': {} },
  }),
  writes: plain({ gate: 'public', cells: { always: {} } }),
});

const run = (name: string, state = 'always') => {
  const one = judge(contracts, [rows]).find((judged) => judged.name === name);
  if (!one) throw new Error(`no route ${name}`);
  return runState(world, one, state);
};

describe('the matrix catches', () => {
  it('a route without a row, and says what to write', () => {
    const [text] = unmatched(contracts, [{ ...rows, rows: { ...rows.rows, open: undefined } }]);
    expect(text).toContain('careless.open (POST /careless/{id}/open) has no row');
    expect(text).toContain("open: about(theKind, {\n      gate: 'signed-in'");
  });

  it('a row without a route', () => {
    const gone: FeatureRows = { feature: 'careless', rows: { gone: plain({ gate: 'public', cells: {} }) } };
    expect(unmatched(contracts, [rows, gone])).toEqual([
      'careless.gone has a row, but is no route: remove the row',
    ]);
  });

  it('a privileged route that says nothing of the audit log', () => {
    const silent = { ...rows, rows: { ...rows.rows, open: about(job, { ...openRow, gate: 'teacher' }) } };
    expect(unmatched(contracts, [silent])).toEqual([
      "careless.open is privileged and writes: say audits: 'thing.act', or unaudited: 'why not'",
    ]);
  });

  it('a gate that lets in too many, and an act that is not recorded', async () => {
    const { expected, actual, faults } = await run('open', 'open');
    const tooMany = Object.entries(actual).filter(([role, status]) => status !== expected[role as never]);
    expect(tooMany.map(([role, status]) => `${role} ${status}`)).toEqual([
      'unverified 204',
      'graduate 204',
      'author 204',
      'lead 204',
      'lead-elsewhere 204',
      'former-lead 204',
      'muted 204',
    ]);
    expect(faults).toContain('teacher left [] in the audit log, not [careless.open]');
  });

  it('an openid, an id and an anonymous name in answers', async () => {
    expect((await run('openid')).faults).toContain('visitor is told the openid of 言自名');
    const { faults } = await run('asker');
    expect(faults).toContain('graduate is told the user id of 司徒匿');
    expect(faults).toContain('admin is told the name of an anonymous asker of 司徒匿');
  });

  it('a GET that writes', async () => {
    expect((await run('writes')).faults).toContain('visitor wrote into the database by a GET');
  });

  it('a schema that can tell who somebody is', () => {
    expect(tellingFields(contracts)).toEqual(['careless.asker: asker', 'careless.asker: asker.userId']);
  });
});

const openRow = {
  request: ({ thing }: { thing: { id: string } }) => ({ params: { id: thing.id } }),
  cells: { open: {}, closed: {}, hidden: {}, 'board off': {} },
};

describe('a cell that wrote', () => {
  it('leaves nothing to the next', async () => {
    await run('writes');
    const { items } = await t.as().boards.list({});
    expect(items.map(({ name }) => name)).not.toContain('改了');
  });
});

describe('expected statuses', () => {
  it('are the gate’s, unless the row names a role; others are those whom the gate lets through', () => {
    const cells = expectedStatuses('lead', { 'lead author': 409, others: 404 }, 204);
    expect(cells).toMatchObject({ visitor: 401, graduate: 403, author: 409, lead: 409, teacher: 404 });
  });

  it('take no word that is no role', () => {
    expect(() => expectedStatuses('public', { leads: 403 }, 200)).toThrow('“leads” is no role');
  });
});

describe('ids', () => {
  it('are found in path, query and body, and replaced one at a time', () => {
    expect(idPlaces(careless.open)).toEqual(['params.id']);
    const request = { params: { id: 'a' }, body: { target: { type: 'job', id: 'b' } } };
    expect(withValue(request, 'body.target.id', 'c')).toEqual({
      params: { id: 'a' },
      body: { target: { type: 'job', id: 'c' } },
    });
  });
});

it('reads every file of rows/', () => {
  expect(collectRows().length).toBeGreaterThanOrEqual(10);
});
