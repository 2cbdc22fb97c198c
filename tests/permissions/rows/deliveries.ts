import { deliveriesContract } from '@qihang/shared/deliveries/contract';
import { about, plain, rowsOf } from '../framework/row';
import { message } from '../kinds/deliveries';

export const rows = [
  rowsOf('deliveries', deliveriesContract, {
    list: plain({
      gate: 'admin',
      cells: { always: {} },
      given: { always: (world) => message.states.failed(world, 'author') },
    }),
    retry: about(message, {
      gate: 'admin',
      request: ({ thing }) => ({ params: { id: thing.id }, body: {} }),
      audits: 'deliveries.retry',
      cells: {
        failed: {},
        unknown: { admin: 409 },
        waiting: { admin: 409 },
        sent: { admin: 409 },
      },
    }),
  }),
];
