import { lifeActions } from '../content/vocabulary';

/** What a person does with a piece from the desk. */
export const deskActions = ['edit', 'publish', 'withdraw', ...lifeActions] as const;
export type DeskAction = (typeof deskActions)[number];

/** Parts of the list of my pieces: what readers have yet to see, what they see, what was taken from them. */
export const deskShows = ['unfinished', 'published', 'withdrawn'] as const;
export type DeskShow = (typeof deskShows)[number];

/** Why something of mine needs a look soon: it closes, it is to be checked again, it leaves readers as planned. */
export const deskEnds = ['closing', 'recheck', 'unpublish'] as const;
export type DeskEnd = (typeof deskEnds)[number];

/** What readers say: `closed` of a job that takes nobody any more. */
export const deskFeedback = ['closed', 'outdated', 'wrong'] as const;

/** Days ahead in which what ends is on the desk. */
export const deskDays = 7;
