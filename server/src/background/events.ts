import type { Context } from '../context';
import type { Tx } from '../db/types';

/**
 * Every event by name, with its payload. A feature adds its own where it emits them:
 * `declare module '../../background/events' { interface Events { 'account.closing': { userId: string; at: Date } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features augment it
export interface Events {}

/** What a feature does because of events of others. */
export type Reactions = {
  readonly [E in keyof Events]?: (context: Context, tx: Tx, payload: Events[E]) => Promise<void>;
};

/**
 * Runs the reactions of every feature, in the order of the features, in the transaction of what happened: all of it is
 * written or, when one throws, nothing. Transactions repeat on PostgreSQL, so a reaction sends nothing and reads no clock: the
 * time is in the payload, and what leaves the process goes to the outbox. It may draw ids for the rows that it adds; those of an
 * attempt that is repeated are not used.
 */
export async function emit<E extends keyof Events>(
  context: Context,
  tx: Tx,
  name: E,
  payload: Events[E],
): Promise<void> {
  for (const reactions of context.registry.reactions) await reactions[name]?.(context, tx, payload);
}
