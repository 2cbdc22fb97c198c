import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../../db/keyset';
import type { Database, Tx } from '../../db/types';

export interface AuditFilter {
  actor?: string | undefined;
  name?: string | undefined;
  action?: string[] | undefined;
  targetType?: string | undefined;
  targetId?: string | undefined;
  /** From this instant on. */
  since?: Date | undefined;
  /** Before this instant. */
  until?: Date | undefined;
}

const holding = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

function matching({ read, tables: { auditLog, users } }: Database, filter: AuditFilter): SQL | undefined {
  const { actor, name, action, targetType, targetId, since, until } = filter;
  const called =
    name === undefined
      ? undefined
      : read
          .select({ id: users.id })
          .from(users)
          .where(sql`${users.name} like ${holding(name)} escape '\\'`);
  return and(
    actor === undefined ? undefined : eq(auditLog.actorId, actor),
    called && inArray(auditLog.actorId, called),
    action && inArray(auditLog.action, action),
    targetType === undefined ? undefined : eq(auditLog.targetType, targetType),
    targetId === undefined ? undefined : eq(auditLog.targetId, targetId),
    since && gte(auditLog.at, since),
    until && lt(auditLog.at, until),
  );
}

/** Newest first, with the actors' current names; null for erased accounts. */
export function listAudit(db: Database, filter: AuditFilter, after: Place | undefined, limit: number) {
  const { auditLog, users } = db.tables;
  const { at, id } = auditLog;
  return db.read
    .select({ entry: auditLog, actorName: users.name })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(
      and(matching(db, filter), after && sql`(${at}, ${id}) < (${sql.param(after.at, at)}, ${after.id})`),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
}
export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number];

export const insertEntry = (
  { tables: { auditLog } }: Database,
  tx: Tx,
  entry: (typeof auditLog)['$inferInsert'],
) => tx.insert(auditLog).values(entry);

export interface Target {
  targetType: string;
  targetId: string;
}

export const targetKey = ({ targetType, targetId }: Target): string => `${targetType} ${targetId}`;

/** What things are called today, by `targetKey`; those that are gone or have no name are missing. */
export async function titlesOf({ read, tables }: Database, targets: readonly Target[]) {
  const { jobs, posts, threads, answers, boards, users, roleGrants } = tables;
  const readers: Record<string, (ids: string[]) => PromiseLike<{ id: string; title: string }[]>> = {
    job: (ids) => read.select({ id: jobs.id, title: jobs.title }).from(jobs).where(inArray(jobs.id, ids)),
    post: (ids) =>
      read.select({ id: posts.id, title: posts.title }).from(posts).where(inArray(posts.id, ids)),
    thread: (ids) =>
      read.select({ id: threads.id, title: threads.title }).from(threads).where(inArray(threads.id, ids)),
    // An answer has no title of its own and is named by its question.
    answer: (ids) =>
      read
        .select({ id: answers.id, title: threads.title })
        .from(answers)
        .innerJoin(threads, eq(threads.id, answers.threadId))
        .where(inArray(answers.id, ids)),
    board: (ids) =>
      read.select({ id: boards.slug, title: boards.name }).from(boards).where(inArray(boards.slug, ids)),
    user: (ids) => read.select({ id: users.id, title: users.name }).from(users).where(inArray(users.id, ids)),
    'role-grant': (ids) =>
      read
        .select({ id: roleGrants.id, title: users.name })
        .from(roleGrants)
        .innerJoin(users, eq(users.id, roleGrants.userId))
        .where(inArray(roleGrants.id, ids)),
  };
  const titles = new Map<string, string>();
  for (const [targetType, find] of Object.entries(readers)) {
    const ids = targets.filter((one) => one.targetType === targetType).map(({ targetId }) => targetId);
    if (ids.length === 0) continue;
    for (const { id, title } of await find([...new Set(ids)]))
      titles.set(targetKey({ targetType, targetId: id }), title);
  }
  return titles;
}
