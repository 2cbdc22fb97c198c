import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ RATE_LIMIT: 'on' });
});
beforeEach(() => t.restore());
afterAll(() => t.close());

let n = 0;
/** Words that nobody said before, and time in between, so that no limit of a minute is met. */
const fresh = () => {
  t.clock.advance(60_000);
  return `签过三方，还能报第 ${++n} 个选调吗？`;
};
const ask = (as: PersonKey, anonymous = false) =>
  t.as(as).threads.ask({ body: threadDraft({ title: fresh(), anonymous }) });
const answer = (as: PersonKey, id: string, anonymous = false) =>
  t.as(as).threads.answer({ params: { id }, body: { body: fresh(), anonymous } });

describe('limits of a person', () => {
  it('are five questions in 24 hours, whatever became of them', async () => {
    for (let i = 0; i < threadLimits.asksADay; i++) await ask('linxiao', i % 2 === 0);
    const sixth = await problemOf(ask('linxiao'));
    expect([sixth.status, sixth.code]).toEqual([429, 'thread.daily-limit']);
    expect((await ask('zhaoyu')).id).toBeTruthy();
    t.clock.advance(dayMs);
    expect((await ask('linxiao')).id).toBeTruthy();
  });

  it('are thirty answers', async () => {
    const { id } = await ask('chenyiming');
    for (let i = 0; i < threadLimits.answersADay; i++) await answer('linxiao', id, i % 2 === 0);
    expect((await problemOf(answer('linxiao', id))).code).toBe('thread.daily-limit');
    expect((await answer('zhaoyu', id)).id).toBe(id);
  });
});
