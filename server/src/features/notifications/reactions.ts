import type { NotificationKind } from '@qihang/shared/notifications/kinds';
import type { Events, Reactions } from '../../background/events';
import type { PieceRef } from '../../content/piece';
import { teacherRoles } from '../../content/rules';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { getCareSettings } from '../care/public-store';
import { currentRoles, holdersOf, leadsOf } from '../users/public-store';
import { dutyOf, notify, takeBack } from './public';
import { afterUndo } from './rules';
import { findAnswerAuthor, findThreadPeople, listFollowers } from './thread-store';

/** What the author of a piece is told of the moves that others make. */
const movesTold: Partial<Record<string, NotificationKind>> = {
  approve: 'piece.passed',
  schedule: 'piece.passed',
  return: 'piece.returned',
  hide: 'piece.hidden',
  restore: 'piece.restored',
};

const lifeOf = ({ type, id }: PieceRef) => `life:${type}:${id}`;
const shownAs = (answerId: string) => `shown:${answerId}`;

const without = (ids: readonly (string | null | undefined)[], left: string | null | undefined): string[] =>
  ids.filter((id): id is string => typeof id === 'string' && id !== left);

/** Tells the author what became of a piece; earlier news of it that was not read yet no longer counts. */
async function tellAuthor(context: Context, tx: Tx, moved: Events['content.moved']): Promise<void> {
  const { type, id, authorId, actorId, move, at } = moved;
  const pending = (await takeBack(context.db, tx, lifeOf(moved))).filter((told) => told.at > at);
  const kind = movesTold[move];
  if (kind === undefined || actorId === authorId) return;
  // What was undone before it was told never happened for the author.
  const undone = move === 'restore' && pending.some((told) => told.kind === 'piece.hidden');
  if (undone) return;
  const appealed = pending.some((told) => told.kind === 'appeal.overturned');
  await notify(context, tx, {
    userIds: [authorId],
    kind: appealed ? 'appeal.overturned' : kind,
    ref: { type, id },
    causeId: lifeOf(moved),
    at,
    visibleAt: afterUndo(at),
  });
}

async function afterMove(context: Context, tx: Tx, moved: Events['content.moved']): Promise<void> {
  await tellAuthor(context, tx, moved);
  if (moved.to === 'published') return;
  // Nobody is sent to what readers no longer see.
  if (moved.type === 'answer') await takeBack(context.db, tx, shownAs(moved.id));
  if (moved.type === 'thread') await takeBack(context.db, tx, dutyOf(moved.id));
}

/** Those of the roles on the board who did not write the piece; admins where there is nobody else. */
async function keepersOf(
  { db, registry }: Context,
  read: Reader,
  roles: readonly ('lead' | 'teacher')[],
  { type, id, board, at }: PieceRef & { board: string; at: Date },
): Promise<string[]> {
  const author = (await registry.kinds[type].find(db, read, id))?.authorId;
  const keepers = without(await holdersOf(db, read, roles, board, at), author);
  return keepers.length > 0 ? keepers : without(await holdersOf(db, read, ['admin'], board, at), author);
}

/** The teachers of the board, and the person that the school names for those in distress. */
async function careReceivers(
  context: Context,
  read: Reader,
  raised: PieceRef & { board: string; at: Date },
): Promise<string[]> {
  const { db, registry } = context;
  const teachers = await keepersOf(context, read, ['teacher'], raised);
  const userId = (await getCareSettings(db, read)).person?.userId;
  if (!userId) return teachers;
  const author = (await registry.kinds[raised.type].find(db, read, raised.id))?.authorId;
  // The office of a person who was named may be over.
  const offices = (await currentRoles(db, read, [userId], raised.at)).get(userId) ?? [];
  return teacherRoles.some((role) => offices.includes(role))
    ? [...teachers, ...without([userId], author)]
    : teachers;
}

async function tellKeepers(context: Context, tx: Tx, opened: Events['case.opened']): Promise<void> {
  const { caseId, kind, type, id, urgent, care, forTeachers, at } = opened;
  // Of despair the teachers are told by `care.raised`.
  if (care || !(urgent || kind === 'appeal')) return;
  const roles = kind === 'appeal' || forTeachers ? (['teacher'] as const) : (['lead', 'teacher'] as const);
  await notify(context, tx, {
    userIds: await keepersOf(context, tx, roles, opened),
    kind: kind === 'appeal' ? 'case.appealed' : 'case.urgent',
    ref: { type, id },
    ...(kind === 'appeal' ? { foldKey: `appeals:${opened.board}` } : {}),
    causeId: `case:${caseId}`,
    at,
  });
}

async function afterDecision(context: Context, tx: Tx, decided: Events['case.decided']): Promise<void> {
  const { caseId, kind, type, id, authorId, action, at } = decided;
  await takeBack(context.db, tx, `case:${caseId}`);
  await takeBack(context.db, tx, `care:${type}:${id}`);
  if (kind !== 'appeal') return;
  const overturned = action === 'approve';
  // In place of the news that the piece is back.
  if (overturned) await takeBack(context.db, tx, lifeOf(decided));
  await notify(context, tx, {
    userIds: [authorId],
    kind: overturned ? 'appeal.overturned' : 'appeal.upheld',
    ref: { type, id },
    causeId: overturned ? lifeOf(decided) : `decision:${caseId}`,
    at,
    visibleAt: afterUndo(at),
  });
}

/** Tells the person on duty that a question waits. */
async function tellDuty(
  context: Context,
  tx: Tx,
  kind: 'thread.on-duty' | 'thread.unsolved',
  { threadId, at }: { threadId: string; at: Date },
): Promise<void> {
  const people = await findThreadPeople(context.db, tx, threadId);
  await notify(context, tx, {
    userIds: without([people?.onDutyId], people?.askerId),
    kind,
    ref: { type: 'thread', id: threadId },
    causeId: dutyOf(threadId),
    at,
    visibleAt: afterUndo(at),
  });
}

async function afterAnswer(context: Context, tx: Tx, answered: Events['thread.answered']): Promise<void> {
  const { threadId, answerId, at } = answered;
  const people = await findThreadPeople(context.db, tx, threadId);
  const author = await findAnswerAuthor(context.db, tx, answerId);
  // What the asker adds is no answer: whoever is on duty goes on.
  if (people?.askerId !== author) await takeBack(context.db, tx, dutyOf(threadId));
  const shared = {
    ref: { type: 'thread', id: threadId },
    causeId: shownAs(answerId),
    at,
    // It may have been approved just now, which can be undone.
    visibleAt: afterUndo(at),
  } as const;
  await notify(context, tx, {
    ...shared,
    userIds: without([people?.askerId], author),
    kind: 'thread.answered',
    foldKey: `answers:${threadId}`,
  });
  const followers = await listFollowers(context.db, tx, threadId);
  await notify(context, tx, {
    ...shared,
    // The asker is told of the answer already.
    userIds: without(without(followers, people?.askerId), author),
    kind: 'thread.followed-answered',
    foldKey: `follow:${threadId}`,
  });
}

async function afterEscalation(
  context: Context,
  tx: Tx,
  escalated: Events['thread.escalated'],
): Promise<void> {
  const { threadId, toId, at } = escalated;
  const people = await findThreadPeople(context.db, tx, threadId);
  const ref = { type: 'thread', id: threadId } as const;
  await takeBack(context.db, tx, dutyOf(threadId));
  await notify(context, tx, {
    userIds: without([toId], people?.askerId),
    kind: 'thread.escalated',
    ref,
    causeId: dutyOf(threadId),
    at,
  });
  await notify(context, tx, {
    userIds: without([people?.askerId], null),
    kind: 'thread.moved-on',
    ref,
    foldKey: `late:${threadId}`,
    causeId: dutyOf(threadId),
    at,
  });
}

export const notificationReactions: Reactions = {
  'content.moved': afterMove,
  'case.opened': tellKeepers,
  'case.decided': afterDecision,
  async 'case.undone'({ db }, tx, { caseId }) {
    await takeBack(db, tx, `decision:${caseId}`);
  },
  async 'case.gone'({ db }, tx, { caseId }) {
    await takeBack(db, tx, `case:${caseId}`);
  },
  'thread.asked': (context, tx, asked) => tellDuty(context, tx, 'thread.on-duty', asked),
  'thread.unsolved': (context, tx, asked) => tellDuty(context, tx, 'thread.unsolved', asked),
  'thread.answered': afterAnswer,
  async 'thread.accepted'(context, tx, { threadId, answerId, at }) {
    const author = await findAnswerAuthor(context.db, tx, answerId);
    const people = await findThreadPeople(context.db, tx, threadId);
    await notify(context, tx, {
      userIds: without([author], people?.askerId),
      kind: 'thread.accepted',
      ref: { type: 'thread', id: threadId },
      causeId: shownAs(answerId),
      at,
    });
  },
  'thread.escalated': afterEscalation,
  async 'care.raised'(context, tx, raised) {
    const { type, id, at } = raised;
    await notify(context, tx, {
      userIds: await careReceivers(context, tx, raised),
      kind: 'care.raised',
      ref: { type, id },
      causeId: `care:${type}:${id}`,
      at,
    });
  },
  async 'report.decided'(context, tx, { reportId, reporterId, targetType, targetId, action, at }) {
    await notify(context, tx, {
      userIds: [reporterId],
      kind: `report.${action}`,
      ref: { type: targetType, id: targetId },
      causeId: `report:${reportId}`,
      at,
      visibleAt: afterUndo(at),
    });
  },
  async 'report.reopened'({ db }, tx, { reportId }) {
    await takeBack(db, tx, `report:${reportId}`);
  },
  async 'duty.swap-asked'(context, tx, { swapId, board, day, byId, toId, at }) {
    const asked = toId === null ? await leadsOf(context.db, tx, board, at) : [toId];
    await notify(context, tx, {
      userIds: without(asked, byId),
      kind: 'duty.swap-asked',
      ref: null,
      causeId: `swap:${swapId}`,
      data: { day },
      at,
    });
  },
  async 'duty.swap-settled'(context, tx, { swapId, day, byId, actorId, accepted, at }) {
    await takeBack(context.db, tx, `swap:${swapId}`);
    await notify(context, tx, {
      userIds: without([byId], actorId),
      kind: accepted ? 'duty.swap-accepted' : 'duty.swap-declined',
      ref: null,
      data: { day },
      at,
    });
  },
  async 'identity.revealed'(context, tx, { type, id, authorId, byId, at }) {
    await notify(context, tx, {
      userIds: without([authorId], byId),
      kind: 'identity.revealed',
      ref: { type, id },
      at,
    });
  },
};
