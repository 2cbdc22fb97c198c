import { dayAt } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { openlyMuted } from '../moderation/public-store';
import { listTermsOn } from '../users/public-store';
import type { Load, RotaFacts } from './rules';
import { type ClockRow, getClock, listAbsences, listAdmins, listCovers, listRotas } from './store';

export const ruleOf = ({ answerHours, clock, opensAt, closesAt, stepHours }: ClockRow) => ({
  answerHours,
  clock,
  from: opensAt,
  until: closesAt,
  stepHours,
});

/** All that decides who has the duty of a board from `at` on. */
export async function readRota({ db }: Context, read: Reader, board: string, at: Date): Promise<RotaFacts> {
  const clock = await getClock(db, read, board);
  const terms = await listTermsOn(db, read, board, at);
  const people = [...new Set(terms.map(({ userId }) => userId))];
  const muted = await openlyMuted(db, read, people, at);
  const covers = await listCovers(db, read, board, at);
  return {
    rule: ruleOf(clock),
    teacherId: clock.teacherId,
    adminIds: await listAdmins(db, read, board),
    rotas: await listRotas(db, read, board),
    covers: covers.map(({ forId, personId, startsAt, endsAt }) => ({
      forId,
      personId,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
    })),
    absences: await listAbsences(db, read, people, dayAt(at.getTime())),
    terms: terms.flatMap(({ userId, role, startsAt, endsAt }) =>
      role === 'graduate'
        ? []
        : [{ userId, role, startsAt: startsAt.getTime(), endsAt: endsAt?.getTime() ?? null }],
    ),
    muted: new Map([...muted].map(([id, until]) => [id, until.getTime()])),
  };
}

/** How many unanswered questions wait for each person, on any board. */
export async function readLoad({ db, registry }: Context, read: Reader, now: Date): Promise<Load> {
  const counts = (await registry.kinds.thread.ownership?.countByOwner(db, read, now)) ?? [];
  const load = new Map<string, number>();
  for (const { ownerId, n } of counts) if (ownerId !== null) load.set(ownerId, (load.get(ownerId) ?? 0) + n);
  return load;
}
