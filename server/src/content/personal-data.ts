import { definePersonalData, type PersonalData } from '../personal-data';
import type { ContentKind } from './kind';

/** What an author's words of one kind are to 我的数据: shown, exported, and kept or deleted as the person chooses on leaving. */
export function personalDataOf({ authored, written }: ContentKind): PersonalData {
  const { key, ...words } = authored.section;
  return definePersonalData({
    columns: { [authored.column]: 'by-choice' },
    sections: { [key]: words },
    exportOf: async (db, userId) => ({ [key]: await authored.snapshots(db, db.read, userId) }),
    async erase({ db }, tx, userId, posts) {
      if (posts === 'remove') return authored.remove(db, tx, userId);
      // What no reader has seen is a person's own, and would be nobody's.
      for (const id of (await written?.listNeverSeen(db, tx, userId)) ?? [])
        await written?.discard(db, tx, id);
    },
  });
}
