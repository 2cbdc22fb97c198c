import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import { type PersonAction, personActions, rosterFields } from '@qihang/shared/session/vocabulary';
import { type Actor, hasRole } from '../../actor/rules';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How wrong passwords are counted: so many are free, then each further one doubles the wait. In milliseconds. */
export interface AttemptLimit {
  free: number;
  firstWait: number;
  longestWait: number;
  /** After so long without a failure, the count starts again. */
  memory: number;
}

/**
 * Somebody at one address with one account is held back hardest. An account as a whole, tried from many addresses, waits
 * minutes at most, and not at all where its owner signed in before: nobody can lock out the owner. An address alone has much
 * room, since a whole campus may share it. docs/adr/0007 says more.
 */
export const attemptLimits = {
  pair: { free: 5, firstWait: 30 * second, longestWait: hour, memory: day },
  account: { free: 20, firstWait: 30 * second, longestWait: 5 * minute, memory: day },
  address: { free: 100, firstWait: 30 * second, longestWait: 15 * minute, memory: hour },
} as const satisfies Record<string, AttemptLimit>;
export type AttemptKind = keyof typeof attemptLimits;
export const attemptKinds = Object.keys(attemptLimits) as AttemptKind[];

/** How long an account is known to be at home at an address from which its owner signed in. */
export const knownMs = 90 * day;

export interface Attempts {
  failures: number;
  lastAt: Date;
  knownUntil: Date | null;
}

const remembered = ({ memory }: AttemptLimit, { lastAt }: Attempts, now: Date): boolean =>
  now.getTime() - lastAt.getTime() < memory;

/** Milliseconds until this count lets another attempt through; 0 when it does now. */
export function waitOf(limit: AttemptLimit, attempts: Attempts | undefined, now: Date): number {
  if (!attempts || attempts.failures < limit.free || !remembered(limit, attempts, now)) return 0;
  const wait = Math.min(limit.firstWait * 2 ** (attempts.failures - limit.free), limit.longestWait);
  return Math.max(0, attempts.lastAt.getTime() + wait - now.getTime());
}

type Counts = Partial<Record<AttemptKind, Attempts>>;

/**
 * Where an owner signed in before, strangers cannot lock the owner out: not by the account's count, and by the address's only
 * far beyond what strangers get, who are refused there, uncounted, long before.
 */
const limitsAtHome = {
  pair: attemptLimits.pair,
  address: { ...attemptLimits.address, free: 10 * attemptLimits.address.free },
} as const satisfies Partial<Record<AttemptKind, AttemptLimit>>;

/** Milliseconds until the next attempt with this account from this address. */
export function waitOfAll(counts: Counts, now: Date): number {
  const known = counts.pair?.knownUntil != null && counts.pair.knownUntil > now;
  const limits: Partial<Record<AttemptKind, AttemptLimit>> = known ? limitsAtHome : attemptLimits;
  return Math.max(
    ...attemptKinds.map((kind) => {
      const limit = limits[kind];
      return limit ? waitOf(limit, counts[kind], now) : 0;
    }),
  );
}

/** The count after one more failure. */
export const afterFailure = (kind: AttemptKind, attempts: Attempts | undefined, now: Date): Attempts => ({
  failures: attempts && remembered(attemptLimits[kind], attempts, now) ? attempts.failures + 1 : 1,
  lastAt: now,
  knownUntil: attempts?.knownUntil ?? null,
});

/** From when on the count says nothing any more. */
export const forgottenAt = (kind: AttemptKind, { lastAt, knownUntil }: Attempts): Date =>
  new Date(Math.max(lastAt.getTime() + attemptLimits[kind].memory, knownUntil?.getTime() ?? 0));

/** `30 秒`, `5 分钟`: rounded up, so that nobody comes too early. */
export const waitWords = (ms: number): string =>
  ms <= 90 * second ? `${Math.ceil(ms / second)} 秒` : `${Math.ceil(ms / minute)} 分钟`;

const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, '微信'],
  [/Edg\w*\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];
const nameIn = (text: string, names: [RegExp, string][]) => names.find(([sign]) => sign.test(text))?.[1];

/** `Chrome · Windows` of a User-Agent header: enough to know one's device again, no more. */
export function deviceWords(userAgent: string | undefined): string | null {
  if (userAgent === undefined) return null;
  return [nameIn(userAgent, browsers), nameIn(userAgent, systems)].filter(Boolean).join(' · ') || null;
}

type RosterField = (typeof rosterFields)[number];
type RosterValues = { major: string | null; graduationYear: number | null };

/**
 * The fields of a change that only the roster may change. They sign what a person writes and decide who is an alumnus, so
 * a person bound to the roster keeps its values; the same value again is no change.
 */
export const heldByRoster = (
  person: RosterValues & { entry: object | null },
  change: { [field in RosterField]?: RosterValues[field] | undefined },
): RosterField[] =>
  person.entry === null
    ? []
    : rosterFields.filter((field) => change[field] !== undefined && change[field] !== person[field]);

type Publishable = ReadonlySet<BoardKind>;

const isOffice = (actor: Actor): boolean => hasRole(actor, ['teacher', 'admin']);

const personRules = {
  'publish-jobs': (_, publishable) => publishable.has('job'),
  'import-jobs': (_, publishable) => publishable.has('job'),
  'publish-posts': (_, publishable) => publishable.has('article'),
  'send-digests': (_, publishable) => publishable.has('job') || publishable.has('article'),
  'see-roster': isOffice,
  'see-people': isOffice,
  'see-orphans': isOffice,
  'see-mutes': isOffice,
  'see-audit': (actor) => hasRole(actor, ['admin']),
  'manage-boards': (actor) => hasRole(actor, ['admin']),
} as const satisfies Record<PersonAction, (actor: Actor, publishable: Publishable) => boolean>;

/** The words of `me.viewer.can`. `publishable` are the kinds of the open boards on which the actor may publish. */
export const personCan = (actor: Actor, publishable: Publishable): PersonAction[] =>
  personActions.filter((action) => personRules[action](actor, publishable));
