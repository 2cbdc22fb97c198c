import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import { type Actor, canModerate, hasRoleOn, isMuted, rankOn } from '../../actor/rules';
import type { DeskRow, ReviewedBoard } from '../../content/desk';
import { teacherRoles } from '../../content/rules';

interface Board {
  slug: string;
  enabled: boolean;
  review: ReviewPolicy;
}

/** The boards on which the actor decides about pieces of others. Muted people decide nothing. */
export const reviewedBoards = (actor: Actor, boards: readonly Board[]): ReviewedBoard[] =>
  isMuted(actor)
    ? []
    : boards
        .filter(({ enabled }) => enabled)
        .filter(({ slug }) => canModerate(actor, slug))
        .filter(({ slug, review }) => review !== 'teacher' || hasRoleOn(actor, teacherRoles, slug))
        .map(({ slug }) => ({ slug, rank: rankOn(actor, slug) }));

/** When a piece came to be where it is; of what is scheduled, when it comes before readers. */
export function sinceOf({ life, updatedAt, publishedAt, submittedAt, returnedAt, publishAt }: DeskRow): Date {
  if (life === 'published') return publishedAt;
  if (life === 'in-review') return submittedAt ?? updatedAt;
  if (life === 'returned') return returnedAt ?? updatedAt;
  return life === 'scheduled' ? (publishAt ?? updatedAt) : updatedAt;
}

interface Term {
  startsAt: Date;
  endsAt: Date | null;
}

const runs = ({ endsAt }: Term, now: Date): boolean => endsAt === null || endsAt > now;

/** The time of a service record: from the beginning of the first term that runs; else the last term. `terms` are the latest first. */
export function recordTerm<T extends Term>(terms: readonly T[], now: Date): T | undefined {
  return terms.filter((term) => runs(term, now)).at(-1) ?? terms[0];
}

/** The running term that ends next, if it does until `until`. */
export const endingTerm = <T extends Term>(
  terms: readonly T[],
  now: Date,
  until: Date,
): (T & { endsAt: Date }) | undefined =>
  terms
    .flatMap((term) =>
      term.endsAt !== null && term.endsAt > now && term.endsAt <= until
        ? [{ ...term, endsAt: term.endsAt }]
        : [],
    )
    .sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())[0];
