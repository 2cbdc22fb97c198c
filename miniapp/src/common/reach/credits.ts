import type { Subscriptions } from '@qihang/shared/subscriptions/contract';
import {
  type GrantResult,
  grantResults,
  type Purpose,
  subscriptionLimits,
} from '@qihang/shared/subscriptions/vocabulary';

export type Template = Subscriptions['templates'][number];

/** What the person answered in one tap, as the server wants it. */
export interface Grant {
  results: Record<string, GrantResult>;
  key: string;
  /** ISO 8601. */
  at: string;
}

/** What the phone keeps to ask within a tap, when there is no time to read anything. */
export interface Kept {
  known: Subscriptions | null;
  /** Answers that the server does not have yet, in order. */
  grants: Grant[];
  /** Until when a template is not asked for in passing: milliseconds by id. */
  declined: Record<string, number>;
}

export const nothingKept: Kept = { known: null, grants: [], declined: {} };

const dayMs = 24 * 3_600_000;
/** A person who said no is left alone for a week; what WeChat has blocked does not come back soon. */
const restDays: Partial<Record<GrantResult, number>> = { reject: 7, filter: 7, ban: 30 };

/** WeChat adds words from time to time for how a message is shown; each that begins so is a consent. */
const resultOf = (word: string): GrantResult | undefined =>
  grantResults.find((result) => result === word) ?? (word.startsWith('accept') ? 'accept' : undefined);

/** What WeChat answered, by template, without what is no answer. */
export const resultsOf = (words: Record<string, string>): Record<string, GrantResult> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([id, word]) => {
      const result = resultOf(word);
      return result === undefined ? [] : [[id, result]];
    }),
  );

const isAccepted = (result: GrantResult): boolean => result === 'accept' || result === 'acceptWithAudio';

export const acceptedIn = (results: Record<string, GrantResult>): number =>
  Object.values(results).filter(isAccepted).length;

/** What the server knows, with the consents that are still on their way to it. */
export function withGrants(known: Subscriptions, grants: readonly Grant[]): Subscriptions {
  const added = (id: string) =>
    grants.filter(({ results: { [id]: result } }) => result !== undefined && isAccepted(result)).length;
  const templates = known.templates.map((one) => ({ ...one, credits: one.credits + added(one.id) }));
  const ids = [...new Set(templates.map(({ id }) => id))];
  return { ...known, templates, credits: known.credits + ids.reduce((sum, id) => sum + added(id), 0) };
}

/** How many more messages wait for a template than it has credits; purposes may share one. */
export const lackOf = ({ templates }: Subscriptions, id: string): number => {
  const sharing = templates.filter((one) => one.id === id);
  return sharing.reduce((sum, { waiting }) => sum + waiting, 0) - (sharing[0]?.credits ?? 0);
};

const canAsk = ({ configured, linked }: Subscriptions): boolean => configured && linked;

/** The template to ask for in a tap that begins something of this purpose; null where the credits suffice or nobody wants to be asked. */
export function passingId({ known, grants, declined }: Kept, purpose: Purpose, now: number): string | null {
  if (!known || !canAsk(known)) return null;
  const state = withGrants(known, grants);
  const template = state.templates.find((one) => one.purpose === purpose);
  if (!template || (declined[template.id] ?? 0) > now) return null;
  // What the tap begins is one more that waits.
  return lackOf(state, template.id) >= 0 ? template.id : null;
}

/** The templates that 补充 asks for at once: those that lack most, then those of which least is left, then the more important. */
export function refillIds(state: Subscriptions): string[] {
  if (!canAsk(state)) return [];
  const ids = [...new Set(state.templates.map(({ id }) => id))];
  const left = (id: string) => state.templates.find((one) => one.id === id)?.credits ?? 0;
  return ids
    .map((id, rank) => ({ id, rank, lack: Math.max(0, lackOf(state, id)), left: left(id) }))
    .sort((a, b) => b.lack - a.lack || a.left - b.left || a.rank - b.rank)
    .slice(0, subscriptionLimits.asked)
    .map(({ id }) => id);
}

/** Far more than a person taps without a network. */
const mostGrants = 30;

/** Notes an answer: consents wait for the server, and who declined is left alone for a while. */
export function withAnswer(kept: Kept, { results, key, at }: Grant): Kept {
  const now = Date.parse(at);
  const declined = Object.fromEntries(
    Object.entries(kept.declined).filter(([id, until]) => until > now && !(id in results)),
  );
  for (const [id, result] of Object.entries(results)) {
    const days = restDays[result];
    if (days !== undefined) declined[id] = now + days * dayMs;
  }
  return { ...kept, declined, grants: [...kept.grants, { results, key, at }].slice(-mostGrants) };
}

/** Leaves these templates alone in passing, as WeChat cannot ask for them now. */
export const resting = (kept: Kept, ids: readonly string[], now: number): Kept => ({
  ...kept,
  declined: {
    ...kept.declined,
    ...Object.fromEntries(ids.map((id) => [id, now + (restDays.reject ?? 0) * dayMs])),
  },
});

/** Without what the server would not count any more. */
export const stillCounted = (grants: readonly Grant[], now: number): Grant[] =>
  grants.filter(({ at }) => Date.parse(at) > now - subscriptionLimits.grantDays * dayMs);
