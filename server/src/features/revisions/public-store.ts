import type { ContentState, ContentType, ReviewedType } from '@qihang/shared/content/vocabulary';
import { mostRevisions, type RevisionKind } from '@qihang/shared/revisions/vocabulary';
import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { changedFields, type Wording } from '../../content/revised';
import { isPublished } from '../../content/rules';
import type { Database, Reader, Tx } from '../../db/types';
import { isFolded } from './rules';

const isReviewed = (type: ContentType): type is ReviewedType => type === 'job' || type === 'post';

/** The columns that name a piece. */
export const pieceColumns = (type: ReviewedType, id: string) => ({
  type,
  pieceId: id,
  jobId: type === 'job' ? id : null,
  postId: type === 'post' ? id : null,
});

/** The same for what is kept of every kind. */
const allPieceColumns = (type: ContentType, id: string) => ({
  type,
  pieceId: id,
  jobId: type === 'job' ? id : null,
  postId: type === 'post' ? id : null,
  threadId: type === 'thread' ? id : null,
  answerId: type === 'answer' ? id : null,
});

const ofPiece = ({ tables: { revisions } }: Database, type: ContentType, id: string) =>
  and(eq(revisions.type, type), eq(revisions.pieceId, id));

export async function findNewest(db: Database, read: Reader, type: ContentType, id: string) {
  const { revisions } = db.tables;
  const [row] = await read
    .select()
    .from(revisions)
    .where(ofPiece(db, type, id))
    .orderBy(desc(revisions.rev))
    .limit(1);
  return row;
}

/** The words that a piece had when its count of changes was `version`; undefined where they are no longer kept. */
export async function wordsAt(db: Database, read: Reader, type: ContentType, id: string, version: number) {
  const { revisions } = db.tables;
  const [row] = await read
    .select({ words: revisions.words })
    .from(revisions)
    .where(and(ofPiece(db, type, id), lte(revisions.version, version)))
    .orderBy(desc(revisions.rev))
    .limit(1);
  return row?.words;
}

export type RevisionRow = NonNullable<Awaited<ReturnType<typeof findNewest>>>;

interface NewRevision {
  written: Wording;
  rev: number;
  kind: RevisionKind;
  changed: string[];
}

function insertRevision(
  { tables: { revisions } }: Database,
  tx: Tx,
  type: ContentType,
  id: string,
  { written: { version, words, byId, at, life }, rev, kind, changed }: NewRevision,
) {
  const seen = isPublished({ life });
  return tx.insert(revisions).values({
    ...allPieceColumns(type, id),
    rev,
    version,
    words,
    kind,
    changed,
    byId,
    begunAt: at,
    at,
    replacedAt: null,
    settled: seen,
    seen,
  });
}

/** Makes room: what nobody but its author saw goes first, then the oldest. The newest stays. */
async function prune(db: Database, tx: Tx, type: ContentType, id: string): Promise<void> {
  const { revisions } = db.tables;
  const over = (await tx.$count(revisions, ofPiece(db, type, id))) - mostRevisions;
  if (over <= 0) return;
  const oldest = await tx
    .select({ rev: revisions.rev })
    .from(revisions)
    .where(and(ofPiece(db, type, id), sql`${revisions.replacedAt} is not null`))
    .orderBy(asc(revisions.seen), asc(revisions.rev))
    .limit(over);
  for (const { rev } of oldest)
    await tx.delete(revisions).where(and(ofPiece(db, type, id), eq(revisions.rev, rev)));
}

/** Keeps the words of a new piece as its first version. */
export const keepFirst = (
  db: Database,
  tx: Tx,
  type: ContentType,
  id: string,
  written: Wording,
  kind: RevisionKind,
) => insertRevision(db, tx, type, id, { written, rev: 1, kind, changed: [] });

/**
 * Keeps what a change made of the words of a piece, in its transaction. A piece from before there were versions gets its words
 * as they were, too. A published edit removes what the same person had not published.
 */
export async function keepChange(
  db: Database,
  tx: Tx,
  type: ContentType,
  id: string,
  { before, after, kind }: { before: Wording; after: Wording; kind: RevisionKind },
): Promise<void> {
  const { revisions } = db.tables;
  let last = await findNewest(db, tx, type, id);
  if (!last) {
    await insertRevision(db, tx, type, id, { written: before, rev: 1, kind: 'found', changed: [] });
    last = await findNewest(db, tx, type, id);
  }
  if (!last) throw new Error('A row that was just inserted is not there');
  const { version, words, byId, at } = after;
  const changed = changedFields(last.words, words);
  const row = and(ofPiece(db, type, id), eq(revisions.rev, last.rev));
  if (changed.length === 0) await tx.update(revisions).set({ version }).where(row);
  else if (!isPublished(after) && isFolded(last, { byId, at, kind })) {
    const all = [...new Set([...last.changed, ...changed])];
    await tx
      .update(revisions)
      .set({ version, words, at, changed: last.rev === 1 ? [] : all })
      .where(row);
  } else {
    await tx.update(revisions).set({ replacedAt: at, settled: true }).where(row);
    await insertRevision(db, tx, type, id, { written: after, rev: last.rev + 1, kind, changed });
    await prune(db, tx, type, id);
  }
  if (kind === 'edited' && isReviewed(type)) await dropWorkingCopy(db, tx, type, id, byId);
}

/** After a move: another person may have read the newest version, and in public everybody. */
export async function settleNewest(
  db: Database,
  tx: Tx,
  type: ContentType,
  id: string,
  life: ContentState,
): Promise<void> {
  const { revisions } = db.tables;
  await tx
    .update(revisions)
    .set({ settled: true, ...(isPublished({ life }) ? { seen: true } : {}) })
    .where(and(ofPiece(db, type, id), isNull(revisions.replacedAt)));
}

export async function dropWorkingCopy(
  { tables: { workingCopies } }: Database,
  tx: Tx,
  type: ReviewedType,
  id: string,
  editorId: string,
): Promise<void> {
  const { type: kind, pieceId, editorId: editor } = workingCopies;
  await tx.delete(workingCopies).where(and(eq(kind, type), eq(pieceId, id), eq(editor, editorId)));
}

/** Every version of a piece with its words, the newest first. */
export function listVersions(
  { tables: { revisions } }: Database,
  read: Reader,
  type: ContentType,
  id: string,
) {
  const { rev, changed, byId, at, words } = revisions;
  return read
    .select({ rev, changed, byId, at, words })
    .from(revisions)
    .where(and(eq(revisions.type, type), eq(revisions.pieceId, id)))
    .orderBy(desc(rev))
    .limit(mostRevisions);
}

/** What every version of a piece says, as JSON: for what it refers to. */
export async function keptWords(
  { tables: { revisions } }: Database,
  read: Reader,
  type: ContentType,
  id: string,
): Promise<string> {
  const rows = await read
    .select({ words: revisions.words })
    .from(revisions)
    .where(and(eq(revisions.type, type), eq(revisions.pieceId, id)));
  return JSON.stringify(rows);
}
