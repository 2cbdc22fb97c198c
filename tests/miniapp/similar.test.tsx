import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { SimilarList } from '@/features/threads/components/similar-list';
import { guessCategory } from '@/features/threads/guess-category';
import { latestOnly } from '@/features/threads/latest-only';
import { markedParts } from '@/features/threads/marks';
import { useSimilarThreads } from '@/features/threads/similar';
import { phone } from './support/taro';
import { threadSummary } from './support/threads';

const sentence = '签三方后还能报选调生吗，违约金要怎么赔';

/** A request for similar questions that the test answers by hand. */
interface Asked {
  title: string;
  answer: (items: ThreadSummary[]) => Promise<void>;
  lose: () => Promise<void>;
}
let asked: Asked[];
let underWay: number;
let most: number;

beforeEach(() => {
  phone.reset();
  asked = [];
  underWay = 0;
  most = 0;
  phone.answer = ({ url }) =>
    new Promise((resolve) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const end = (statusCode: number, data: unknown) =>
        act(async () => {
          underWay -= 1;
          resolve({ statusCode, data });
        });
      asked.push({
        title: new URL(url, 'http://phone').searchParams.get('title') ?? '',
        answer: (items) => end(200, { items }),
        lose: () => end(500, {}),
      });
    });
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const typing = () =>
  renderHook(({ title, board }) => useSimilarThreads(title, board), {
    initialProps: { title: '', board: 'threads' },
  });
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('comparing a title while it is typed', () => {
  it('sends few requests for twenty characters, and never two at a time', async () => {
    const { rerender } = typing();
    for (let length = 1; length <= 20; length++) {
      rerender({ title: sentence.slice(0, length), board: 'threads' });
      await pass(120);
      // The network is slower than the typing: every fourth key the answer comes.
      if (length % 4 === 0) await asked.at(-1)?.answer([]);
    }
    await pass(2_000);
    await asked.at(-1)?.answer([]);
    await pass(2_000);
    expect(asked.map(({ title }) => title)).toEqual([sentence.slice(0, 4), sentence.slice(0, 20)]);
    expect(most).toBe(1);
  });

  it('waits with the next request for the one under way, and then asks for the last words alone', async () => {
    const { rerender } = typing();
    rerender({ title: '签三方后', board: 'threads' });
    for (const title of ['签三方后还能', '签三方后还能报', '签三方后还能报选调']) {
      rerender({ title, board: 'threads' });
      await pass(400);
    }
    expect(asked).toHaveLength(1);
    await asked[0]?.answer([]);
    expect(asked.map(({ title }) => title)).toEqual(['签三方后', '签三方后还能报选调']);
  });

  it('asks after a pause for two characters, and not at all for one', async () => {
    const { rerender } = typing();
    rerender({ title: '三', board: 'threads' });
    await pass(1_000);
    expect(asked).toHaveLength(0);
    rerender({ title: '三方', board: 'threads' });
    await pass(299);
    expect(asked).toHaveLength(0);
    await pass(1);
    expect(asked.map(({ title }) => title)).toEqual(['三方']);
  });

  it('drops an answer for words that are not the title any more', async () => {
    const { rerender, result } = typing();
    rerender({ title: '签三方后', board: 'threads' });
    await pass(0);
    rerender({ title: '面试穿什么', board: 'threads' });
    await pass(300);
    await asked[0]?.answer([threadSummary({ title: '签三方以后' })]);
    expect(result.current).toEqual([]);
    await asked[1]?.answer([threadSummary({ title: '面试要穿正装吗' })]);
    expect(result.current.map(({ title }) => title)).toEqual(['面试要穿正装吗']);
  });

  it('drops an answer of a board that is not asked on any more', async () => {
    const { rerender, result } = typing();
    rerender({ title: '签三方后', board: 'threads' });
    rerender({ title: '签三方后', board: 'counsel' });
    await pass(300);
    await asked[0]?.answer([threadSummary({ title: '另一个栏目的' })]);
    expect(result.current).toEqual([]);
  });

  it('goes on after a request that failed', async () => {
    const { rerender, result } = typing();
    rerender({ title: '签三方后', board: 'threads' });
    await asked[0]?.lose();
    rerender({ title: '签三方后还能报选调', board: 'threads' });
    await pass(300);
    await asked.at(-1)?.answer([threadSummary()]);
    expect(result.current).toHaveLength(1);
  });

  it('puts solved ones first, then answered ones, and shows three', async () => {
    const { rerender, result } = typing();
    rerender({ title: '签三方后', board: 'threads' });
    const states = ['open', 'answered', 'closed', 'solved', 'answered'] as const;
    await asked[0]?.answer(states.map((state, at) => threadSummary({ id: `q${at}`, state })));
    expect(result.current.map(({ id }) => id)).toEqual(['q3', 'q1', 'q4']);
  });

  it('shows nothing for a title that was emptied', async () => {
    const { rerender, result } = typing();
    rerender({ title: '签三方后', board: 'threads' });
    await asked[0]?.answer([threadSummary()]);
    expect(result.current).toHaveLength(1);
    rerender({ title: '', board: 'threads' });
    expect(result.current).toEqual([]);
  });
});

it('asks the last of what was wanted meanwhile, once', async () => {
  jest.useRealTimers();
  const heard: [string, number][] = [];
  const gates: (() => void)[] = [];
  const want = latestOnly(
    (question: number) => new Promise<string>((resolve) => gates.push(() => resolve(`${question}`))),
    (answer, question) => heard.push([answer, question]),
  );
  for (const question of [1, 2, 3]) want(question);
  gates[0]?.();
  await waitFor(() => expect(gates).toHaveLength(2));
  gates[1]?.();
  await waitFor(() =>
    expect(heard).toEqual([
      ['1', 1],
      ['3', 3],
    ]),
  );
});

describe('the marks of a title', () => {
  const found = (title: string, typed: string) =>
    markedParts(title, typed)
      .filter((part) => part.found)
      .map(({ text }) => text);

  it('are the words it shares with what is typed', () => {
    expect(found('签过三方，还能按应届报选调吗？', '签三方后还能报选调')).toEqual(['三方', '报选调']);
    expect(found('hr 面会问什么', 'HR 面紧张')).toEqual(['hr']);
  });

  it('are never words of every question, nor one sign', () => {
    expect(found('简历怎么写', '面试怎么准备')).toEqual([]);
    expect(found('三险一金', '三方')).toEqual([]);
  });

  it('leave the title as it is', () => {
    const title = '考上选调，三方违约金怎么算？';
    expect(
      markedParts(title, '三方违约金')
        .map(({ text }) => text)
        .join(''),
    ).toBe(title);
  });
});

it.each([
  ['三方违约金怎么赔', 'policy'],
  ['简历要写社团吗', 'resume'],
  ['群面总是插不上话', 'interview'],
  ['国考报名证明怎么开', 'exam'],
  ['注册公司要先有场地吗', 'startup'],
  ['投了四十家没回音，很焦虑', 'mood'],
  ['食堂几点开门', null],
])('guesses what "%s" is about: %s', (title, category) => {
  expect(guessCategory(title)).toBe(category);
});

it('shows how an old question was answered, and lets one go on', () => {
  const onGoOn = jest.fn();
  render(
    <SimilarList
      threads={[
        threadSummary({
          state: 'solved',
          topAnswer: { author: '王立群 老师', official: true, excerpt: '算，看毕业时间', useful: 41 },
        }),
        threadSummary({ id: 'q2', title: '考上选调，三方违约金怎么算', answerCount: 2 }),
      ]}
      typed="签三方后还能报选调"
      onGoOn={onGoOn}
    />,
  );
  const solved = screen.getByRole('link', { name: '已解决，签过三方，还能按应届报选调吗' });
  expect(solved.textContent).toContain('老师官方答复');
  expect(solved.textContent).toContain('41 人觉得有用');
  expect([...solved.querySelectorAll('.sl-f')].map(({ textContent }) => textContent)).toEqual([
    '三方',
    '报选调',
  ]);
  fireEvent.click(solved);
  expect(phone.opened).toEqual(['/features/threads/pages/detail/index?id=q1']);
  fireEvent.click(screen.getByRole('button', { name: '都不是我要问的，接着写' }));
  expect(onGoOn).toHaveBeenCalledTimes(1);
});
