import { reviewedTypes } from '@qihang/shared/content/vocabulary';
import type { DeskPiece, deskContract, Ending, Office } from '@qihang/shared/desk/contract';
import { deskDays } from '@qihang/shared/desk/vocabulary';
import { termWarnings } from '@qihang/shared/people/vocabulary';
import { dayMs, wallClockAt } from '@qihang/shared/time/shanghai';
import { graduationInstant } from '@qihang/shared/verification/standing';
import { type Actor, hasRole } from '../../actor/rules';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { publishableKinds } from '../boards/public';
import { listAllBoards } from '../boards/public-store';
import { reviewsWaiting } from '../cases/public';
import { listDoubted } from '../jobs/public-store';
import { countEndingTerms, countHoldings, countOrphans } from '../people/public';
import { personCan } from '../session/rules';
import { bylines } from '../users/public';
import { listOfficeTerms } from '../users/public-store';
import { countNextClass } from '../verification/public-store';
import { openFeedback } from './feedback';
import { deskedOf, listOwn, ofAllKinds, viewPieces } from './pieces';
import { serviceRecord } from './record';
import { endingTerm, recordTerm, reviewedBoards } from './rules';

/** In each list of the desk. */
const most = 50;
/** Among things that are only counted, where a person has more than anybody has. */
const mostCounted = 200;

const nobody = { name: '已注销用户', about: '' };

async function listToReview(context: Context, actor: Actor, now: Date) {
  const { db } = context;
  const boards = reviewedBoards(actor, await listAllBoards(db, db.read));
  const rows = (await ofAllKinds(context, (desk) => desk.waiting(db, db.read, boards, actor.id, most, now)))
    .sort((a, b) => (a.submittedAt ?? a.updatedAt).getTime() - (b.submittedAt ?? b.updatedAt).getTime())
    .slice(0, most);
  const authors = await bylines(
    db,
    rows.map(({ authorId }) => authorId),
    now,
  );
  const views = await viewPieces(context, rows, actor, now);
  const byId = new Map(rows.map((row) => [row.id, row.authorId]));
  return views.map((piece) => ({ ...piece, author: authors.get(byId.get(piece.id) ?? '') ?? nobody }));
}

async function countOwn(context: Context, authorId: string) {
  const { db } = context;
  const sums = { unfinished: 0, published: 0, withdrawn: 0 };
  for (const type of reviewedTypes)
    for (const { life, n } of await deskedOf(context, type).countOwn(db, db.read, authorId)) {
      if (life === 'published') sums.published += n;
      else if (life === 'withdrawn' || life === 'hidden') sums.withdrawn += n;
      else sums.unfinished += n;
    }
  return sums;
}

async function listEndings(context: Context, actor: Actor, on: ReadonlySet<string>, now: Date) {
  const { db } = context;
  const until = new Date(now.getTime() + deskDays * dayMs);
  const found = await ofAllKinds(context, (desk) =>
    desk.ending(db, db.read, actor.id, now, until, mostCounted),
  );
  return found
    .filter(({ board }) => on.has(board))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((thing): Ending => ({ ...thing, at: thing.at.toISOString() }));
}

async function officeOf(context: Context, actor: Actor, now: Date): Promise<Office | null> {
  if (!hasRole(actor, ['teacher', 'admin'])) return null;
  const { db } = context;
  const { year } = wallClockAt(now.getTime());
  const next = await countNextClass(db, db.read, now.getTime() >= graduationInstant(year) ? year + 1 : year);
  const terms = await countEndingTerms(context, now, termWarnings[0]);
  return {
    orphans: await countOrphans(context, now),
    terms: { ...terms, next: terms.next && { ...terms.next, endsAt: terms.next.endsAt.toISOString() } },
    unverified: next
      ? { count: next.total - next.bound, of: next.total, year: next.year }
      : { count: 0, of: 0, year: null },
  };
}

const isIn = (life: DeskPiece['life']) => (piece: DeskPiece) => piece.life === life;

export async function showDesk(context: Context, { actor, now }: Call<(typeof deskContract)['show']>) {
  const { db, registry } = context;
  const { read } = db;
  const boards = (await listAllBoards(db, read)).filter(({ enabled }) => enabled);
  const on = new Set(boards.map(({ slug }) => slug));
  const own = { authorId: actor.id, by: 'updatedAt' } as const;
  const drafts = await listOwn(context, { ...own, lives: ['draft'], limit: most }, now);
  const rest = await listOwn(
    context,
    { ...own, lives: ['returned', 'in-review', 'scheduled'], limit: 3 * most },
    now,
  );
  const pieces = await viewPieces(context, [...drafts, ...rest], actor, now);
  const toReview = await listToReview(context, actor, now);
  const waiting = await reviewsWaiting(context, actor, now);
  const questions =
    (await registry.kinds.thread.ownership?.list(db, read, [actor.id], now, mostCounted)) ?? [];
  const endings = await listEndings(context, actor, on, now);
  const doubted = (await listDoubted(db, read, actor.id, now, mostCounted)).filter(({ board }) =>
    on.has(board),
  );
  const terms = await listOfficeTerms(db, read, actor.id, now);
  const ending = endingTerm(terms, now, new Date(now.getTime() + termWarnings[0] * dayMs));
  return {
    term: ending
      ? {
          role: ending.role,
          startsAt: ending.startsAt.toISOString(),
          endsAt: ending.endsAt.toISOString(),
          holdings: await countHoldings(context, actor.id, now),
        }
      : null,
    numbers: {
      review: { count: waiting.count, since: waiting.since?.toISOString() ?? null },
      answer: { count: questions.length, due: questions[0]?.until.toISOString() ?? null },
      verify: { count: doubted.length, reports: doubted[0]?.reports ?? 0 },
      expiring: { count: endings.length, next: endings[0]?.at ?? null },
    },
    office: await officeOf(context, actor, now),
    drafts: pieces.filter(isIn('draft')),
    returned: pieces.filter(isIn('returned')).slice(0, most),
    inReview: pieces.filter(isIn('in-review')).slice(0, most),
    scheduled: pieces.filter(isIn('scheduled')).slice(0, most),
    toReview,
    toAnswer: questions
      .slice(0, most)
      .map(({ id, title, board, until }) => ({ id, title, board, at: until.toISOString() })),
    expiring: endings.slice(0, most),
    feedback: await openFeedback(context, actor, now, most),
    ...(await countOwn(context, actor.id)),
    // The access level admits people with a running term only.
    record: await serviceRecord(context, actor.id, recordTerm(terms, now) ?? { startsAt: now, endsAt: null }),
    viewer: { can: personCan(actor, publishableKinds(actor, boards)) },
  };
}
