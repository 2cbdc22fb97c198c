import type { DigestType, OpenType } from '@qihang/shared/digests/vocabulary';
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, max, sql, sum } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';

export type GroupRow = Database['tables']['shareGroups']['$inferSelect'];
export type DigestRow = Database['tables']['digests']['$inferSelect'];

export interface Item {
  type: DigestType;
  pieceId: string;
}

/** Groups that leads see, the last used first. */
export async function listGroups({ read, tables: { shareGroups, digests } }: Database): Promise<GroupRow[]> {
  const used = read
    .select({ groupId: digests.groupId, at: max(digests.createdAt).as('used_at') })
    .from(digests)
    .groupBy(digests.groupId)
    .as('used');
  const rows = await read
    .select({ group: shareGroups, at: used.at })
    .from(shareGroups)
    .leftJoin(used, eq(used.groupId, shareGroups.id))
    .where(isNull(shareGroups.removedAt))
    .orderBy(desc(sql`coalesce(${used.at}, ${shareGroups.createdAt})`), asc(shareGroups.id));
  return rows.map(({ group }) => group);
}

export const countGroups = (db: Database, tx: Tx) =>
  tx.$count(db.tables.shareGroups, isNull(db.tables.shareGroups.removedAt));

export async function findGroup(
  { tables: { shareGroups } }: Database,
  read: Reader,
  id: string,
): Promise<GroupRow | undefined> {
  const [row] = await read.select().from(shareGroups).where(eq(shareGroups.id, id));
  return row;
}

export async function findGroupByName({ tables: { shareGroups } }: Database, tx: Tx, nameKey: string) {
  const [row] = await tx.select().from(shareGroups).where(eq(shareGroups.nameKey, nameKey));
  return row;
}

/** Adds a group, or brings one of the same name back to the list; the row as it is then. */
export async function putGroup(
  { tables: { shareGroups } }: Database,
  tx: Tx,
  row: GroupRow,
): Promise<GroupRow> {
  const [kept] = await tx
    .insert(shareGroups)
    .values(row)
    .onConflictDoUpdate({ target: shareGroups.nameKey, set: { removedAt: null } })
    .returning();
  return kept as GroupRow;
}

export const removeGroup = ({ tables: { shareGroups } }: Database, tx: Tx, id: string, at: Date) =>
  tx.update(shareGroups).set({ removedAt: at }).where(eq(shareGroups.id, id));

export async function insertDigest(
  { tables: { digests, digestItems } }: Database,
  tx: Tx,
  row: DigestRow,
  items: readonly Item[],
): Promise<void> {
  await tx.insert(digests).values(row);
  await tx
    .insert(digestItems)
    .values(items.map((item, position) => ({ ...item, digestId: row.id, position })));
}

function digestRows({ tables: { digests, shareGroups, users } }: Database, read: Reader) {
  const sender = alias(users, 'sender');
  return read
    .select({ digest: digests, groupName: shareGroups.name, sentBy: sender.name })
    .from(digests)
    .leftJoin(shareGroups, eq(shareGroups.id, digests.groupId))
    .leftJoin(sender, eq(sender.id, digests.sentById));
}

export async function findDigest(db: Database, read: Reader, id: string) {
  const [row] = await digestRows(db, read).where(eq(db.tables.digests.id, id));
  return row;
}
export type FoundDigest = NonNullable<Awaited<ReturnType<typeof findDigest>>>;

/** The newest first. */
export function listDigests(db: Database, after: Place | undefined, limit: number): Promise<FoundDigest[]> {
  const { digests } = db.tables;
  const at = digests.createdAt;
  return digestRows(db, db.read)
    .where(after && sql`(${at}, ${digests.id}) < (${sql.param(after.at, at)}, ${after.id})`)
    .orderBy(desc(at), desc(digests.id))
    .limit(limit);
}

/** What these digests are about, in order. */
export async function listItems({ tables: { digestItems } }: Database, read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return read
    .select()
    .from(digestItems)
    .where(inArray(digestItems.digestId, [...ids]))
    .orderBy(asc(digestItems.digestId), asc(digestItems.position));
}

/** When each piece was last sent to a group, by type and id. */
export async function listSent({ read, tables: { digests, digestItems } }: Database, groupId: string) {
  return read
    .select({ type: digestItems.type, pieceId: digestItems.pieceId, at: max(digests.sentAt) })
    .from(digestItems)
    .innerJoin(digests, eq(digests.id, digestItems.digestId))
    .where(and(eq(digests.groupId, groupId), isNotNull(digests.sentAt)))
    .groupBy(digestItems.type, digestItems.pieceId);
}

/** Marks a digest as sent, unless it is marked already; whether this mark counts. */
export async function markDigest(
  { tables: { digests } }: Database,
  tx: Tx,
  id: string,
  mark: { sentAt: Date; sentById: string; parts?: string[] | undefined },
): Promise<boolean> {
  const { parts, ...sent } = mark;
  const changed = await tx
    .update(digests)
    .set({ ...sent, ...(parts === undefined ? {} : { parts }) })
    .where(and(eq(digests.id, id), isNull(digests.sentAt)))
    .returning({ id: digests.id });
  return changed.length > 0;
}

export const unmarkDigest = ({ tables: { digests } }: Database, tx: Tx, id: string) =>
  tx.update(digests).set({ sentAt: null, sentById: null }).where(eq(digests.id, id));

export const countSentSince = ({ read, tables: { digests } }: Database, since: Date) =>
  read.$count(digests, gte(digests.sentAt, since));

/** Counts one opening. */
export async function addOpen(
  { tables: { shareOpens } }: Database,
  tx: Tx,
  key: { groupId: string; type: OpenType; pieceId: string; day: string },
): Promise<void> {
  await tx
    .insert(shareOpens)
    .values({ ...key, opens: 1 })
    .onConflictDoUpdate({
      target: [shareOpens.groupId, shareOpens.type, shareOpens.pieceId, shareOpens.day],
      set: { opens: sql`${shareOpens.opens} + 1` },
    });
}

const total = (column: Database['tables']['shareOpens']['opens']) => sum(column).mapWith(Number);

/** Openings of these groups since a day, by what was opened and day. */
export async function listOpens(
  { read, tables: { shareOpens } }: Database,
  groupIds: readonly string[],
  since: string,
) {
  if (groupIds.length === 0) return [];
  return read
    .select()
    .from(shareOpens)
    .where(and(inArray(shareOpens.groupId, [...groupIds]), gte(shareOpens.day, since)));
}
export type OpenRow = Awaited<ReturnType<typeof listOpens>>[number];

export const countOpensByDay = ({ read, tables: { shareOpens } }: Database, since: string) =>
  read
    .select({ day: shareOpens.day, opens: total(shareOpens.opens) })
    .from(shareOpens)
    .where(gte(shareOpens.day, since))
    .groupBy(shareOpens.day)
    .orderBy(asc(shareOpens.day));

/** Openings since a day by group and what was opened, the most first. */
export const countOpensByPiece = ({ read, tables: { shareOpens, shareGroups } }: Database, since: string) =>
  read
    .select({
      groupId: shareOpens.groupId,
      groupName: shareGroups.name,
      type: shareOpens.type,
      pieceId: shareOpens.pieceId,
      opens: total(shareOpens.opens),
    })
    .from(shareOpens)
    .innerJoin(shareGroups, eq(shareGroups.id, shareOpens.groupId))
    .where(gte(shareOpens.day, since))
    .groupBy(shareOpens.groupId, shareGroups.name, shareOpens.type, shareOpens.pieceId)
    .orderBy(
      desc(total(shareOpens.opens)),
      asc(shareOpens.pieceId),
      asc(shareOpens.type),
      asc(shareOpens.groupId),
    );
