import { morningBefore, morningsIn } from '@qihang/shared/reminders/times';
import { dayAt, dayMs, deadlineInstant } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { type AskedNotice, listAsked, listUnconfirmed } from '../must-read/public-store';
import type { Part, Run } from './part';
import { inTurns, remind } from './remind';
import { noticeOf } from './rules';
import { findMarks, putMark } from './store';

/** A notice without a day is worth a message for so long. */
const usualDays = 7;

const roundOf = ({ postId, round }: AskedNotice) => `must-read:${postId}:${round}`;
const dueOf = ({ dueAt }: AskedNotice): number | null => (dueAt === null ? null : deadlineInstant(dueAt));

async function remindOfNotice(
  context: Context,
  kind: 'must-read.asked' | 'must-read.due',
  notice: AskedNotice,
  { now, signal }: Run,
): Promise<void> {
  const { postId, round, dueAt, since } = notice;
  const { db } = context;
  const due = dueOf(notice);
  const data: Record<string, string> = dueAt === null ? {} : { deadline: dueAt };
  await inTurns(context, signal, async (tx, page) => {
    const [asked] = await listAsked(db, tx, now, postId);
    // Asked once more, or by another day: that has times of its own.
    if (asked?.round !== round || asked.dueAt !== dueAt) return [];
    const people = await listUnconfirmed(db, tx, asked, { ...page, now });
    const reminder = {
      kind,
      cause: kind === 'must-read.asked' ? `post:${postId}:${round}` : `post:${postId}:${round}:${dueAt}`,
      ref: { type: 'post', id: postId } as const,
      late: due !== null && due <= now.getTime(),
      ...(kind === 'must-read.due' ? { foldKey: `must-read.due:${dueAt?.slice(0, 10)}` } : {}),
      causeId: noticeOf(postId),
      data,
      until: new Date(due ?? since.getTime() + usualDays * dayMs),
    } as const;
    await remind(context, tx, reminder, people, now);
    return people;
  });
}

/** Tells the people of a notice once that it is there to be confirmed. A round that all were told of has a mark. */
export const askedNotices: Part = {
  name: 'must-read.asked',
  async run(context, run) {
    const { db } = context;
    const asked = await listAsked(db, db.read, run.now);
    const done = await findMarks(db, db.read, asked.map(roundOf));
    for (const notice of asked) {
      if (done.has(roundOf(notice))) continue;
      // What was asked before there were reminders is known from the list of notices.
      if (!run.first) await remindOfNotice(context, 'must-read.asked', notice, run);
      await db.write((tx) => putMark(db, tx, roundOf(notice), run.now));
    }
  },
};

/** Reminds those who have not confirmed a notice, on the morning before its last day. */
export const dueNotices: Part = {
  name: 'must-read.due',
  async run(context, run) {
    const mornings = new Set(morningsIn(run.stretch));
    if (mornings.size === 0) return;
    const { db } = context;
    for (const notice of await listAsked(db, db.read, run.now)) {
      const due = dueOf(notice);
      const at = due === null ? null : morningBefore(due, 1);
      if (at === null || !mornings.has(dayAt(at)) || at < notice.since.getTime()) continue;
      await remindOfNotice(context, 'must-read.due', notice, run);
    }
  },
};
