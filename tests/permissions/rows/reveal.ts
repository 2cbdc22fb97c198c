import { revealContract } from '@qihang/shared/reveal/contract';
import { about, rowsOf } from '../framework/row';
import { thread } from '../kinds/threads';

export const rows = [
  rowsOf('reveal', revealContract, {
    reveal: about(thread, {
      gate: 'admin',
      request: ({ thing }) => ({
        body: { target: { type: 'thread', id: thing.id }, reason: '需要联系本人' },
      }),
      audits: 'moderation.reveal',
      tells: {
        'name of an anonymous asker': 'it is what an admin asks for, with a written reason',
        'student number': 'it tells people of one name apart',
      },
      cells: {
        pending: { admin: 403 },
        open: { admin: 403 },
        anonymous: {},
        answered: { admin: 403 },
        solved: { admin: 403 },
        unsolved: { admin: 403 },
        closed: { admin: 403 },
        hidden: { admin: 403 },
        'board off': { admin: 404 },
      },
    }),
  }),
];
