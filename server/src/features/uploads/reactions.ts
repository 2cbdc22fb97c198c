import type { ContentType } from '@qihang/shared/content/vocabulary';
import { emit, type Reactions } from '../../background/events';
import { listPieceUses } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that learns that WeChat calls a picture risky: which pieces show it to their readers. */
    'upload.risky': { uploadId: string; pieces: { type: ContentType; id: string }[]; at: Date };
  }
}

export const uploadReactions: Reactions = {
  'media.judged': async (context, tx, { uploadId, state, at }) => {
    if (state !== 'risky') return;
    const uses = await listPieceUses(context.db, tx, uploadId);
    const pieces = uses.filter(({ open }) => open).map(({ pieceType: type, pieceId: id }) => ({ type, id }));
    await emit(context, tx, 'upload.risky', { uploadId, pieces, at });
  },
};
