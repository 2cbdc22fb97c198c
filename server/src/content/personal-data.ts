import type { ContentType } from '@qihang/shared/content/vocabulary';
import { definePersonalData, type PersonalData } from '../personal-data';
import type { ContentKind } from './kind';
import { discard, pieceGone } from './moved';

/** What an author's words of one kind are to 我的数据: shown, exported, and kept or deleted as the person chooses on leaving. */
export function personalDataOf(
  type: ContentType,
  { authored, listNeverSeen }: Pick<ContentKind, 'authored' | 'listNeverSeen'>,
): PersonalData {
  const { key, ...words } = authored.section;
  return definePersonalData({
    columns: { [authored.column]: 'by-choice' },
    sections: { [key]: words },
    exportOf: async (db, userId) => ({ [key]: await authored.snapshots(db, db.read, userId) }),
    async erase(context, tx, userId, posts, now) {
      const { db } = context;
      if (posts === 'remove') {
        for (const ref of await authored.remove(db, tx, userId)) await pieceGone(context, tx, ref, now);
        return;
      }
      // What no reader has seen is a person's own, and would be nobody's.
      for (const id of await listNeverSeen(db, tx, userId)) await discard(context, tx, { type, id }, now);
    },
  });
}
