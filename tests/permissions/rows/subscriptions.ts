import { messageTemplatesContract, subscriptionsContract } from '@qihang/shared/subscriptions/contract';
import { plain, rowsOf } from '../framework/row';

export const rows = [
  rowsOf('subscriptions', subscriptionsContract, {
    show: plain({ gate: 'signed-in', cells: { always: {} } }),
    grant: plain({
      gate: 'signed-in',
      unaudited: 'what a person agreed to with WeChat is that person’s own',
      request: () => ({
        body: {
          results: { 'template-of-answers': 'accept' },
          key: 'tap-00001',
          at: '2026-11-20T02:24:00.000Z',
        },
      }),
      cells: { always: {} },
    }),
  }),
  rowsOf('messageTemplates', messageTemplatesContract, {
    list: plain({ gate: 'admin', cells: { always: {} } }),
    save: plain({
      gate: 'admin',
      request: () => ({
        body: {
          items: [
            {
              purpose: 'answer',
              templateId: 'template-of-answers',
              fields: [{ keyword: 'thing1', source: 'title' }],
              version: 0,
            },
          ],
        },
      }),
      audits: 'message-templates.update',
      cells: { always: {} },
    }),
  }),
];
