import type { ThreadDuty } from '@qihang/shared/duty/clock';
import { lastStep } from '@qihang/shared/duty/vocabulary';
import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import { emit } from '../../background/events';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { type Assignment, assign, type OpenRota, openRota } from '../duty/public';
import { bylines } from '../users/public';
import { currentLinks, type Link, type Next, viewDuty } from './clock-rules';
import { insertLink, listLinks, listWaitingFor, moveDuty, replaceOnDuty, setDuty } from './clock-store';
import type { ThreadRow } from './row';
import { waitingStates } from './state-rules';

declare module '../../background/events' {
  interface Events {
    /** Once for each step: overdue, taken by a colleague, given to the teacher. `fromId` and `toId` null: nobody. */
    'thread.escalated': {
      threadId: string;
      board: string;
      fromId: string | null;
      toId: string | null;
      step: number;
      at: Date;
    };
  }
}

const peopleOf = (links: readonly Link[]): string[] => links.flatMap(({ personId }) => personId ?? []);

/**
 * Starts the answer clock of a question that readers see now: names the person on duty and the due time in the thread's
 * row, and begins its chain. Called when a question first appears (asked, or approved later: the clock starts at approval)
 * with step 0, and again when the answers did not help with the step after `escalation`. Before that the row has
 * `onDutyId: null`, `promisedAt: null`, `escalation: 0` and `dueAt` of when it was asked.
 */
export async function startClock(
  context: Context,
  tx: Tx,
  thread: { id: string; board: string; category: ThreadCategory },
  at: Date,
  step: number,
): Promise<void> {
  const { db } = context;
  const { id, board, category } = thread;
  const links = (await listLinks(db, tx, [id])).get(id) ?? [];
  // A question on a board of its own again, or for the first time: nobody there has let it pass.
  const passed = step === 0 ? [] : peopleOf(links);
  const next = await assign(context, tx, { board, category, at, step, passed });
  // Everybody has had it: it stays with the last.
  const onDutyId = next.onDutyId ?? passed[passed.length - 1] ?? null;
  const { dueAt } = next;
  await setDuty(db, tx, id, {
    onDutyId,
    dueAt,
    promisedAt: dueAt,
    escalation: Math.min(next.step, lastStep),
  });
  await insertLink(db, tx, {
    threadId: id,
    position: links.length,
    step: next.step,
    personId: onDutyId,
    since: at,
    until: dueAt,
  });
}

/**
 * Gives a question on to the next one, once: false when it has gone on or was answered meanwhile, also by another process.
 * The chain and the event are of the same transaction.
 */
export async function passOn(
  context: Context,
  tx: Tx,
  thread: ThreadRow,
  { onDutyId, dueAt, step }: Assignment,
  at: Date,
): Promise<boolean> {
  const { db } = context;
  const { id, board, onDutyId: fromId } = thread;
  // A question older than the chain was promised for the time that is over now.
  const promisedAt = thread.promisedAt ?? thread.dueAt;
  const moved = await moveDuty(db, tx, thread, { onDutyId, dueAt, escalation: step, promisedAt });
  if (!moved) return false;
  const links = (await listLinks(db, tx, [id])).get(id) ?? [];
  if (links.length === 0)
    await insertLink(db, tx, {
      threadId: id,
      position: 0,
      step: 0,
      personId: fromId,
      since: thread.askedAt,
      until: thread.dueAt,
    });
  await insertLink(db, tx, {
    threadId: id,
    position: Math.max(1, links.length),
    step,
    personId: onDutyId,
    since: at,
    until: dueAt,
  });
  await emit(context, tx, 'thread.escalated', { threadId: id, board, fromId, toId: onDutyId, step, at });
  return true;
}

/** Those who let the question pass since its clock was started, and the one who has it. */
export async function passedOf({ db }: Context, read: Reader, thread: ThreadRow): Promise<string[]> {
  const links = (await listLinks(db, read, [thread.id])).get(thread.id) ?? [];
  const { onDutyId } = thread;
  return [...peopleOf(currentLinks(links, thread)), ...(onDutyId === null ? [] : [onDutyId])];
}

/** Gives this person's unanswered questions to those whose turn it is; the times that were promised stay. */
export async function handOverDuties(context: Context, tx: Tx, userId: string, at: Date): Promise<void> {
  const { db } = context;
  for (const { id, board, category, escalation } of await listWaitingFor(db, tx, userId)) {
    const from = (step: number) => assign(context, tx, { board, category, at, step, passed: [userId] });
    const { onDutyId } = await from(escalation);
    await replaceOnDuty(db, tx, [id], onDutyId ?? (await from(0)).onDutyId);
  }
}

function nextOf(rota: OpenRota, thread: ThreadRow, links: readonly Link[], now: Date): Next | null {
  const { category, dueAt, escalation, onDutyId } = thread;
  if (escalation >= lastStep) return null;
  const at = dueAt > now ? dueAt : now;
  const passed = [...peopleOf(currentLinks(links, thread)), ...(onDutyId === null ? [] : [onDutyId])];
  const next = rota.assign({ category, at, step: escalation + 1, passed, overdue: true });
  return next.onDutyId === null ? null : { personId: next.onDutyId, step: next.step, until: next.dueAt };
}

/** What an anonymous asker did starts clocks: their times are told to the minute, as the asker's own are. */
function asTold({ alias }: ThreadRow, duty: ThreadDuty): ThreadDuty {
  const told = (until: string) => saidAt(new Date(until), alias !== null).toISOString();
  const chain = duty.chain.map((link) => ({ ...link, until: told(link.until) }));
  return { ...duty, until: told(duty.until), chain };
}

/**
 * The answer clocks of these questions by id, as their askers and everybody else see them; none for a question that waits for
 * nobody.
 */
export async function dutiesOf(
  context: Context,
  read: Reader,
  threads: readonly ThreadRow[],
  now: Date,
): Promise<Map<string, ThreadDuty>> {
  const { db } = context;
  const waiting = threads.filter(
    ({ state, promisedAt, onDutyId }) =>
      waitingStates.includes(state) && (promisedAt !== null || onDutyId !== null),
  );
  if (waiting.length === 0) return new Map();
  const links = await listLinks(
    db,
    read,
    waiting.map(({ id }) => id),
  );
  const rotas = new Map<string, OpenRota>();
  const clocks: { thread: ThreadRow; chain: readonly Link[]; next: Next | null }[] = [];
  for (const thread of waiting) {
    const rota = rotas.get(thread.board) ?? (await openRota(context, read, thread.board, now));
    rotas.set(thread.board, rota);
    const chain = links.get(thread.id) ?? [];
    clocks.push({ thread, chain, next: nextOf(rota, thread, chain, now) });
  }
  const people = clocks.flatMap(({ thread, chain, next }) => [
    ...peopleOf(chain),
    ...(thread.onDutyId === null ? [] : [thread.onDutyId]),
    ...(next ? [next.personId] : []),
  ]);
  const names = await bylines(db, people, now);
  return new Map(
    clocks.map(({ thread, chain, next }) => [
      thread.id,
      asTold(
        thread,
        viewDuty(thread, chain, next, (id) => names.get(id)?.name),
      ),
    ]),
  );
}
