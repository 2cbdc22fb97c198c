import { seenBy } from '@qihang/shared/content/seen';
import type { Actor } from '../actor/rules';
import type { Times } from './piece';
import { audienceOf, type Standing } from './rules';

interface Living extends Standing, Times {
  lifeReason: string | null;
  returnedAt: Date | null;
}

interface Around {
  actor: Actor | null;
  now: Date;
  /** The name of who sent it back; undefined for the clock. */
  returnedBy: string | undefined;
  /** How fresh a job is. */
  job?: { closesAt: Date; unverified: boolean };
}

/** What a piece on a board that is on says of its life, see `lifeAnswers`: readers learn of no plans. */
export function viewLife(piece: Living, { actor, now, returnedBy, job }: Around) {
  const isReader = audienceOf(actor, piece) === 'readers';
  const { life, lifeReason, returnedAt } = piece;
  const publishAt = isReader ? null : piece.publishAt;
  const unpublishAt = isReader ? null : piece.unpublishAt;
  return {
    schedule:
      publishAt || unpublishAt
        ? { publishAt: publishAt?.toISOString() ?? null, unpublishAt: unpublishAt?.toISOString() ?? null }
        : null,
    returned:
      life === 'returned' && !isReader && returnedAt
        ? {
            by: returnedBy ?? '系统',
            at: returnedAt.toISOString(),
            note: lifeReason ?? '',
            reasons: [],
            marks: [],
            appealable: false,
            appeal: null,
          }
        : null,
    takenDown: null,
    review: null,
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
