import { careContract } from '@qihang/shared/care/contract';
import { plain, rowsOf } from '../framework/row';

export const rows = [
  rowsOf('care', careContract, {
    show: plain({ gate: 'public', cells: { always: {} } }),
    settings: plain({ gate: 'admin', cells: { always: {} } }),
    save: plain({
      gate: 'admin',
      request: () => ({
        body: {
          lines: [{ name: '校心理中心', about: '工作日', phone: '0535-6000000' }],
          person: { name: '王老师', about: null, userId: null },
          promise: null,
        },
      }),
      audits: 'care.update',
      cells: { always: {} },
    }),
  }),
];
