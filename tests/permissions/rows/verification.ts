import { verificationContract } from '@qihang/shared/verification/contract';
import { classCodesContract, rosterContract } from '@qihang/shared/verification/roster';
import { carClass, fillRoster, rosterCsv } from '../../support/roster';
import { about, plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { bind, classCode, enrol, listed, rosterEntry } from '../kinds/roster';

const file = { name: '名册.csv', content: Buffer.from(rosterCsv([listed])) };
const filled = (world: World) => fillRoster(world.t, [listed]);
const codeIn = (thing: unknown) => (thing as { code: string }).code;
const digestIn = (thing: unknown) => (thing as { digest: string }).digest;

export const rows = [
  rowsOf('verification', verificationContract, {
    mine: plain({
      gate: 'signed-in',
      cells: { always: {}, bound: {} },
      given: { bound: (world) => bind(world, 'author') },
    }),
    verify: plain({
      gate: 'signed-in',
      request: ({ thing, state }) => ({
        body: { ...listed, code: state === 'wrong code' ? 'ACDE-FGHJ' : codeIn(thing) },
      }),
      // Whoever is not verified comes here; whoever is may still bind a number, as leads who are students do.
      cells: { right: {}, 'wrong code': { others: 409 }, taken: { author: 200, others: 409 } },
      given: { right: enrol, 'wrong code': enrol, taken: (world) => bind(world, 'author') },
    }),
  }),
  rowsOf('roster', rosterContract, {
    list: plain({ gate: 'teacher', cells: { filled: {} }, given: { filled } }),
    classes: plain({ gate: 'teacher', cells: { filled: {} }, given: { filled } }),
    preview: plain({
      gate: 'admin',
      request: () => ({ file }),
      unaudited: 'nothing is kept',
      cells: { always: {} },
    }),
    apply: plain({
      gate: 'admin',
      request: ({ thing }) => ({ file, query: { digest: digestIn(thing) } }),
      audits: 'roster.import',
      cells: { previewed: {}, 'changed since': { others: 409 } },
      given: {
        previewed: (world) => world.as('admin').roster.preview({ file }),
        'changed since': async (world) => {
          const preview = await world.as('admin').roster.preview({ file });
          await filled(world);
          return preview;
        },
      },
    }),
    unbind: about(rosterEntry, {
      gate: 'teacher',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { reason: '换了微信，已核对学生证' } }),
      audits: 'roster.unbind',
      cells: { bound: {}, free: { others: 409 }, left: {} },
    }),
  }),
  rowsOf('classCodes', classCodesContract, {
    list: plain({ gate: 'teacher', cells: { one: {} }, given: { one: enrol } }),
    create: plain({
      gate: 'teacher',
      request: () => ({ body: carClass }),
      audits: 'class-code.create',
      cells: { none: {}, 'one already': { others: 409 }, 'no such class': { others: 409 } },
      given: { none: filled, 'one already': enrol },
    }),
    revoke: about(classCode, {
      gate: 'teacher',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      audits: 'class-code.revoke',
      cells: { valid: {}, expired: { others: 409 }, revoked: { others: 409 } },
    }),
  }),
];
