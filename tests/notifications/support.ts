import { type Events, emit } from '@qihang/server/background/events';
import type { TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

/** Lets something happen now, in a transaction of its own. */
export const happens = <E extends keyof Events>(t: TestApp, name: E, payload: Omit<Events[E], 'at'>) =>
  t.context.db.write((tx) => emit(t.context, tx, name, { ...payload, at: t.clock.now() } as Events[E]));

export const inbox = async (t: TestApp, person: PersonKey) =>
  (await t.as(person).notifications.list({ query: {} })).items;

/** 林晓 asks and 赵雨 answers; what they are called in events. Nobody has a message of it any more. */
export async function askedAndAnswered(t: TestApp, draft: Parameters<typeof threadDraft>[0] = {}) {
  const { id: threadId } = await t.as('linxiao').threads.ask({ body: threadDraft(draft) });
  const { answers } = await t.as('zhaoyu').threads.answer({
    params: { id: threadId },
    body: { body: '先问就业办，再去盖章。' },
  });
  const { db } = t.context;
  await db.write((tx) => tx.delete(db.tables.notifications));
  return { threadId, answerId: answers[0]?.id ?? '', board: 'threads' };
}
