import { currentDocuments } from '@qihang/server/features/consents/documents';
import { consentsContract } from '@qihang/shared/consents/contract';
import { plain, rowsOf } from '../framework/row';

const documents = currentDocuments().map(({ name, version }) => ({ name, version }));

export const rows = [
  rowsOf('consents', consentsContract, {
    documents: plain({ gate: 'public', cells: { always: {} } }),
    document: plain({
      gate: 'public',
      request: () => ({ params: { name: 'privacy-policy' as const } }),
      cells: { always: {} },
    }),
    mine: plain({ gate: 'signed-in', cells: { always: {} } }),
    give: plain({
      gate: 'signed-in',
      request: () => ({ body: { documents, client: 'h5' as const } }),
      cells: { always: {} },
    }),
  }),
];
