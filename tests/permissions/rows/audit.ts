import { auditContract } from '@qihang/shared/audit/contract';
import { plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { switchBoard } from '../kinds/boards';

const tells = { 'user id': 'the log names who did what by an id that outlives the person' } as const;
const elsewhere = { 'query.actor': [200, 'a filter that finds nothing'] } as const;
/** The log of a world where an admin has just switched a board off. */
const something = (world: World) => switchBoard(world, 'guidance', false);

export const rows = [
  rowsOf('audit', auditContract, {
    list: plain({ gate: 'admin', tells, elsewhere, cells: { always: {} }, given: { always: something } }),
    export: plain({
      gate: 'admin',
      audits: 'audit.export',
      tells,
      elsewhere,
      cells: { always: {} },
      given: { always: something },
    }),
  }),
];
