import { sessionContract } from '@qihang/shared/session/contract';
import { siteContract } from '@qihang/shared/site/contract';
import { plain, rowsOf } from '../framework/row';
import { bind, enrol, listed } from '../kinds/roster';

export const rows = [
  rowsOf('site', siteContract, { get: plain({ gate: 'public', cells: { always: {} } }) }),
  rowsOf('session', sessionContract, {
    demo: plain({
      gate: 'public',
      request: () => ({ body: { account: 'admin' } }),
      // The matrix runs a real service, where demo accounts do not exist.
      cells: { always: { others: 404 } },
    }),
    wechat: plain({
      gate: 'public',
      request: () => ({ body: { code: '0a1b2c3d4e5f' } }),
      cells: { 'without WeChat': { others: 404 } },
    }),
    password: plain({
      gate: 'public',
      request: () => ({ body: { studentNo: '2023999', password: 'nobody has it' } }),
      cells: { always: { others: 401 } },
    }),
    activate: plain({
      gate: 'public',
      request: ({ thing, state }) => ({
        body: {
          ...listed,
          code: state === 'wrong code' ? 'ACDE-FGHJ' : (thing as { code: string }).code,
          password: '灯塔与海 2027',
        },
      }),
      // Who asks makes no difference: whoever is signed in already becomes the new person all the same.
      cells: { right: {}, 'wrong code': { others: 409 }, taken: { others: 409 } },
      given: { right: enrol, 'wrong code': enrol, taken: (world) => bind(world, 'author') },
      tells: { 'student number': "the caller's own" },
    }),
    end: plain({ gate: 'signed-in', cells: { always: {} } }),
    sessions: plain({ gate: 'signed-in', cells: { always: {} } }),
    endAll: plain({ gate: 'signed-in', cells: { always: {} } }),
    setPassword: plain({
      gate: 'signed-in',
      request: () => ({ body: { next: '灯塔与海 2027' } }),
      cells: { always: {} },
    }),
    me: plain({ gate: 'signed-in', cells: { always: {} }, tells: { 'student number': "the caller's own" } }),
    updateProfile: plain({
      gate: 'signed-in',
      request: () => ({ body: { major: '车辆工程' } }),
      cells: { always: {} },
      tells: { 'student number': "the caller's own" },
    }),
  }),
];
