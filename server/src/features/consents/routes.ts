import { consentsContract } from '@qihang/shared/consents/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { giveConsents, showConsents, showDocument, showDocuments } from './actions';

export function mountConsents(api: Api, context: Context): void {
  api.mount('consents', consentsContract, {
    documents: showDocuments,
    document: (call) => showDocument(context, call),
    mine: (call) => showConsents(context, call),
    give: (call) => giveConsents(context, call),
  });
}
