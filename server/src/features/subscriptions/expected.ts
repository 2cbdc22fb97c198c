import { outOfQuiet } from '@qihang/shared/notifications/quiet';
import { remindersOf } from '@qihang/shared/reminders/times';
import type { Subscriptions } from '@qihang/shared/subscriptions/contract';
import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import type { Context } from '../../context';
import { listFollowsOf } from '../follows/public-store';
import { settingsOf, usualSettings } from '../notifications/public-store';
import { countAsked, countInReview, listClosing } from './expected-store';

type Expected = Pick<Subscriptions['templates'][number], 'next' | 'waiting'>;

const counted = (waiting: number): Expected => ({ next: null, waiting });

/** The jobs that a person keeps and has yet to apply for: how many, and which is reminded of next. */
async function deadlines({ db }: Context, userId: string, now: Date): Promise<Expected> {
  const closing = await listClosing(db, db.read, userId, now);
  const hours = (await settingsOf(db, db.read, [userId])).get(userId) ?? usualSettings;
  const [next] = closing
    .flatMap(({ title, closesAt }) => remindersOf(closesAt.getTime()).map((at) => ({ at, title })))
    .filter(({ at }) => at > now.getTime())
    .sort((a, b) => a.at - b.at);
  return {
    waiting: closing.length,
    next:
      next === undefined
        ? null
        : { at: new Date(outOfQuiet(hours, next.at)).toISOString(), title: next.title },
  };
}

/** What of a person's waits for a message of this purpose. */
export async function expectedOf(
  context: Context,
  purpose: Purpose,
  userId: string,
  now: Date,
): Promise<Expected> {
  const { db } = context;
  switch (purpose) {
    case 'deadline':
      return deadlines(context, userId, now);
    case 'answer':
      return counted(await countAsked(db, db.read, userId));
    case 'decision':
      return counted(await countInReview(db, db.read, userId));
    case 'digest':
      return counted((await listFollowsOf(db, db.read, [userId], undefined)).length);
  }
}
