import type { AnswerFact } from '@qihang/server/features/threads/rules';
import { threadFacts } from '@qihang/server/features/threads/rules';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute));
const answer = (id: string, authorId: string, minute: number, hidden = false): AnswerFact => ({
  id,
  authorId,
  answeredAt: at(minute),
  appearedAt: null,
  life: hidden ? 'hidden' : 'published',
});

describe('threadFacts', () => {
  const open = {
    answerCount: 0,
    firstAnsweredAt: null,
    topAnswerId: null,
    acceptedAnswerId: null,
    state: 'open',
  };
  it.each([
    ['nothing said', null, [], open],
    ['only the asker spoke', null, [answer('1', 'asker', 1)], { ...open, answerCount: 1 }],
    [
      'one answer',
      null,
      [answer('1', 'b', 5)],
      { answerCount: 1, firstAnsweredAt: at(5), topAnswerId: '1', acceptedAnswerId: null, state: 'answered' },
    ],
    [
      'the later one accepted',
      '2',
      [answer('1', 'b', 5), answer('2', 'c', 9)],
      { answerCount: 2, firstAnsweredAt: at(5), topAnswerId: '2', acceptedAnswerId: '2', state: 'solved' },
    ],
    [
      'the accepted one hidden',
      '2',
      [answer('1', 'b', 5), answer('2', 'c', 9, true)],
      { answerCount: 1, firstAnsweredAt: at(5), topAnswerId: '1', acceptedAnswerId: null, state: 'answered' },
    ],
    ['all hidden', null, [answer('1', 'b', 5, true)], open],
  ])('%s', (_, acceptedId, answers, expected) => {
    const asked = { askerId: 'asker', life: 'published', closedBy: null, unsolvedAt: null } as const;
    expect(threadFacts({ ...asked, acceptedAnswerId: acceptedId }, answers)).toEqual(expected);
  });
});
