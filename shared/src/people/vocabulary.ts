import type { Role } from '../session/vocabulary';

/** The roles an admin gives for a term; a graduate becomes one by verification. */
export const officeRoles = ['lead', 'teacher', 'admin'] as const satisfies readonly Role[];
export type OfficeRole = (typeof officeRoles)[number];

/** `withdrawn` was taken back before it began. */
export const grantStates = ['upcoming', 'current', 'ended', 'withdrawn'] as const;
export type GrantState = (typeof grantStates)[number];

/** So many days before its end a term is shown to its holder and to teachers. */
export const termWarnings = [60, 30, 7] as const;

/** What a person is answerable for, and what somebody else must take over when the person leaves. */
export const holdingTypes = ['job', 'thread'] as const;
export type HoldingType = (typeof holdingTypes)[number];

export const holdingNames = {
  job: '在招岗位',
  thread: '待答问题',
} as const satisfies Record<HoldingType, string>;

/** Why nobody looks after a thing: the owner's term is over, there never was one, the account is gone, nobody was named. */
export const orphanReasons = ['ended', 'none', 'gone', 'nobody'] as const;
export type OrphanReason = (typeof orphanReasons)[number];

export const peopleLimits = {
  reason: 200,
  /** Things in one list of holdings, and in one reassignment. */
  holdings: 200,
  boards: 50,
} as const;
