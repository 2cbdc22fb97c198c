import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { listClosing } from './expected-store';
import { balanceOf } from './public-store';
import { isVoid, leftAfterZero, pairedWithinMs, partnerOf, providedForMs, remindersAhead } from './rules';
import {
  type Account,
  addOne,
  insertEntry,
  lastZeroedAt,
  listEntries,
  setBalance,
  setPartner,
  takeOne,
} from './store';

type Ledger = Pick<Context, 'db' | 'ids'>;

interface Consent extends Account {
  /** Who says so: the mini-program, or WeChat. */
  source: 'client' | 'popup';
  /** Makes a repeat the same report. */
  ref: string;
  at: Date;
}

const shifted = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/**
 * Counts a consent: one message more, unless the other side reported it before, or WeChat has said since that there are none.
 * The same report again changes nothing.
 */
export async function grant({ db, ids }: Ledger, tx: Tx, consent: Consent): Promise<void> {
  const { source, ref, at, ...account } = consent;
  const near = await listEntries(db, tx, account, shifted(at, -pairedWithinMs), shifted(at, pairedWithinMs));
  const partner = partnerOf(near, source, at);
  const counts = !partner && !isVoid(at, await lastZeroedAt(db, tx, account));
  const id = ids.next(at);
  const entry = {
    id,
    ...account,
    change: counts ? 1 : 0,
    cause: 'granted' as const,
    source,
    ref,
    at,
    deliveryId: null,
    pairedWith: partner?.id ?? null,
  };
  if (!(await insertEntry(db, tx, entry))) return;
  if (partner) await setPartner(db, tx, partner.id, id);
  if (counts) await addOne(db, tx, account);
}

interface Attempt extends Account {
  deliveryId: string;
  /** Counts from 1: each attempt takes a credit of its own. */
  attempt: number;
}

const refOf = ({ deliveryId, attempt }: Attempt): string => `${deliveryId}:${attempt}`;

/** Takes a credit for an attempt to send; false where there is none. */
export async function spend(
  { db, ids }: Ledger,
  tx: Tx,
  { at, ...attempt }: Attempt & { at: Date },
): Promise<boolean> {
  const { userId, templateId, deliveryId } = attempt;
  if (!(await takeOne(db, tx, { userId, templateId }))) return false;
  await insertEntry(db, tx, {
    id: ids.next(at),
    userId,
    templateId,
    change: -1,
    cause: 'spent',
    source: 'send',
    ref: refOf(attempt),
    at,
    deliveryId,
    pairedWith: null,
  });
  return true;
}

/** Gives back what an attempt took that surely sent nothing, unless WeChat has said since that there are none. */
export async function giveBack(
  { db, ids }: Ledger,
  tx: Tx,
  { at, spentAt, ...attempt }: Attempt & { spentAt: Date; at: Date },
): Promise<void> {
  const { userId, templateId, deliveryId } = attempt;
  const account = { userId, templateId };
  const zeroedAt = await lastZeroedAt(db, tx, account);
  const counts = zeroedAt === undefined || zeroedAt < spentAt;
  const made = await insertEntry(db, tx, {
    id: ids.next(at),
    ...account,
    change: counts ? 1 : 0,
    cause: 'returned',
    source: 'send',
    ref: refOf(attempt),
    at,
    deliveryId,
    pairedWith: null,
  });
  if (made && counts) await addOne(db, tx, account);
}

interface Zeroing extends Account {
  /** A refusal to send, or a person who turned the messages off. */
  source: '43101' | 'change';
  ref: string;
  /** What was granted later stays. */
  at: Date;
  deliveryId?: string;
}

/** WeChat says that there were none left at that time. */
export async function zero({ db, ids }: Ledger, tx: Tx, zeroing: Zeroing): Promise<void> {
  const { source, ref, at, deliveryId = null, ...account } = zeroing;
  const balance = await balanceOf(db, tx, account);
  const since = await listEntries(db, tx, account, shifted(at, -1000));
  const left = Math.min(balance, leftAfterZero(since, at));
  const entry = {
    id: ids.next(at),
    ...account,
    change: left - balance,
    cause: 'zeroed' as const,
    source,
    ref,
    at,
    deliveryId,
    pairedWith: null,
  };
  if (await insertEntry(db, tx, entry)) await setBalance(db, tx, account, left);
}

/** How many messages of this purpose are to come soon for certain; nobody knows when an answer or a decision comes. */
export async function neededSoon(
  { db }: Context,
  purpose: Purpose,
  userId: string,
  now: Date,
): Promise<number> {
  if (purpose !== 'deadline') return 0;
  return remindersAhead(await listClosing(db, db.read, userId, now), now, providedForMs);
}
