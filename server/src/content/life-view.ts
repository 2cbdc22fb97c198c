import { seenBy } from '@qihang/shared/content/seen';
import type { Actor } from '../actor/rules';
import type { Times } from './piece';
import { audienceOf, type Standing } from './rules';

interface Living extends Standing, Times {
  lifeReason: string | null;
}

interface Around {
  actor: Actor | null;
  now: Date;
  /** How fresh a job is. */
  job?: { closesAt: Date; unverified: boolean };
}

/** What a piece on a board that is on says of its life, see `lifeAnswers`: readers learn of no plans. */
export function viewLife(piece: Living, { actor, now, job }: Around) {
  const isReader = audienceOf(actor, piece) === 'readers';
  const { life, lifeReason } = piece;
  const publishAt = isReader ? null : piece.publishAt;
  const unpublishAt = isReader ? null : piece.unpublishAt;
  return {
    schedule:
      publishAt || unpublishAt
        ? { publishAt: publishAt?.toISOString() ?? null, unpublishAt: unpublishAt?.toISOString() ?? null }
        : null,
    seen: seenBy(
      {
        life,
        boardOn: true,
        reason: lifeReason,
        publishAt: publishAt?.getTime() ?? null,
        unpublishAt: unpublishAt?.getTime() ?? null,
        job: job && { closesAt: job.closesAt.getTime(), unverified: job.unverified },
      },
      now.getTime(),
    ),
  };
}
