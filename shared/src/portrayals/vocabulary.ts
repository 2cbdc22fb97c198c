/** What a person agrees to: the article here, its pictures, digests for groups, posters and share cards. */
export const consentUses = ['site', 'photo', 'groups', 'poster'] as const;
export type ConsentUse = (typeof consentUses)[number];

/** How a consent was given: on paper that the office keeps, or by the person in this app. */
export const consentWays = ['paper', 'in-app'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** `asked`: the person has not answered in the app yet. */
export const consentStates = ['asked', 'given', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

export const consentActions = ['agree', 'withdraw'] as const;

/** Shown to the author and to moderators while the article is hidden. */
export const withdrawnReason = '当事人撤回同意';
