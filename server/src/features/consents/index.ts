import { consentsContract } from '@qihang/shared/consents/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { giveConsents, showConsents, showDocument, showDocuments } from './actions';

export function mountConsents(app: FastifyInstance, context: Context): void {
  mount(app, context, 'consents', consentsContract, {
    documents: showDocuments,
    document: (call) => showDocument(context, call),
    mine: (call) => showConsents(context, call),
    give: (call) => giveConsents(context, call),
  });
}
