import type { consentsContract } from '@qihang/shared/consents/contract';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { blocksOf } from '../../markdown/blocks';
import { currentDocuments, type Document } from './documents';
import { insertConsents, listConsents } from './store';
import { viewConsent, viewDocument } from './view';

type C = typeof consentsContract;

export const showDocuments = async () => ({ items: currentDocuments().map(viewDocument) });

export async function showDocument({ config }: Context, { params }: Call<C['document']>) {
  const document = getDocument(params.name);
  return {
    ...viewDocument(document),
    blocks: blocksOf(document.text.replaceAll('{{school}}', config.school)),
  };
}

function getDocument(name: string): Document {
  const document = currentDocuments().find((one) => one.name === name);
  if (!document) throw new AppError('resource.not-found');
  return document;
}

async function consentsOf({ db }: Context, read: Reader, userId: string) {
  const given = await listConsents(db, read, userId);
  return { items: currentDocuments().map((document) => viewConsent(document, given)) };
}

export const showConsents = (context: Context, { actor }: Call<C['mine']>) =>
  consentsOf(context, context.db.read, actor.id);

export async function giveConsents(context: Context, { body, actor, now }: Call<C['give']>) {
  const rows = body.documents.map(({ name, version }) => {
    const document = getDocument(name);
    if (document.version !== version) throw new AppError('consent.outdated');
    const { hash } = document;
    return { userId: actor.id, document: name, version, hash, client: body.client, acceptedAt: now };
  });
  return context.db.write(async (tx) => {
    await insertConsents(context.db, tx, rows);
    return consentsOf(context, tx, actor.id);
  });
}
