import type { Decision } from '@qihang/shared/content/decisions';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Blocks } from '@/common/blocks/blocks';
import type { DecidedPiece } from '@/common/content/decided';
import { isGoingOn, NextBar } from '@/common/content/next-bar';
import { PieceMarks } from '@/common/content/piece-marks';
import { PieceNote, usualWords } from '@/common/content/piece-note';
import { LinkedText } from '@/common/text/linked-text';
import { markRuns } from '@/common/text/marks';
import { useToast } from '@/platform/feedback';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { readyToAsk } from './support/reach';
import { phone } from './support/taro';

const now = new Date('2026-11-20T10:24:00+08:00');

const decision = (change: Partial<Decision> = {}): Decision => ({
  by: '张立群 老师',
  at: '2026-11-20T00:05:00.000Z',
  note: '很实用，改两处就能发',
  reasons: ['source'],
  marks: [
    { path: 'body', quote: '题目来自内部资料', why: '写一句题目是谁出的' },
    { path: 'body', quote: '加 bk_2027 领', why: '资料请传成附件' },
  ],
  appealable: true,
  appeal: null,
  ...change,
});

const piece = (change: Partial<DecidedPiece> = {}): DecidedPiece => ({
  id: 'p1',
  life: 'returned',
  schedule: null,
  seen: { now: false, why: '被退回' },
  returned: decision(),
  takenDown: null,
  review: null,
  viewer: { can: ['edit', 'submit', 'appeal'] },
  ...change,
});

const submit = { name: 'submit' as const, icon: 'send' as const, text: '送审', run: jest.fn() };
const shown = (children: ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{children}</QueryClientProvider>);
const bar = (one: DecidedPiece, onEdit = jest.fn()) => {
  shown(<NextBar type="post" piece={one} root="posts" acts={[submit]} onEdit={onEdit} onMenu={jest.fn()} />);
  return onEdit;
};
const button = (name: string) => screen.getByRole('button', { name });
const words = () => document.body.textContent ?? '';
const sent = () => phone.requests.map(({ method, url, data }) => [method, url.split('/api/v1')[1], data]);

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  useToast.setState({ toast: null });
});
afterEach(cleanup);

describe('the banner of its author', () => {
  it('says at once that a piece waits, who looks at it and how long that usually takes', () => {
    shown(
      <PieceNote
        now={now}
        piece={piece({
          life: 'in-review',
          returned: null,
          review: { submittedAt: '2026-11-20T02:20:00.000Z', by: '老师', usualMinutes: 95 },
        })}
      />,
    );
    expect(screen.getByText('待审，读者现在看不到')).toBeTruthy();
    expect(screen.getByText('10:20 送审，老师通常 2 小时内看完')).toBeTruthy();
    expect(words()).toMatch(/送审.*机器看过.*等人审核.*读者看得到/);
  });

  it('promises no time where none is known', () => {
    const review = { submittedAt: '2026-11-18T02:20:00.000Z', by: '另一位骨干或老师', usualMinutes: null };
    shown(<PieceNote now={now} piece={piece({ life: 'in-review', returned: null, review })} />);
    expect(screen.getByText('11月18日 10:20 送审，等另一位骨干或老师看，看完马上告诉你')).toBeTruthy();
  });

  it.each([
    [5, '10 分钟'],
    [41, '50 分钟'],
    [61, '2 小时'],
    [1500, '2 天'],
  ])('rounds %i minutes up', (minutes, text) => {
    expect(usualWords(minutes)).toBe(text);
  });

  it('lists what is wrong in numbers, and that it can be sent again without limit', () => {
    shown(<PieceNote piece={piece({ returned: decision({ appealable: false }) })} now={now} />);
    expect(screen.getByText('退回了，读者现在看不到')).toBeTruthy();
    expect(words()).toContain('张立群 老师，今天 08:05');
    expect(screen.getByText('很实用，改两处就能发')).toBeTruthy();
    expect(screen.getByText('改好可以再送审，次数不限')).toBeTruthy();
    expect(button('第 1 处，写一句题目是谁出的：题目来自内部资料')).toBeTruthy();
    expect(button('第 2 处，资料请传成附件：加 bk_2027 领')).toBeTruthy();
  });

  it('says why a piece was taken from readers', () => {
    const takenDown = decision({ note: '涉嫌收费或诈骗', marks: [] });
    shown(<PieceNote piece={piece({ life: 'hidden', returned: null, takenDown })} now={now} />);
    expect(screen.getByText('被下架，读者现在看不到')).toBeTruthy();
    expect(screen.getByText('涉嫌收费或诈骗')).toBeTruthy();
    expect(screen.queryByText('改好可以再送审，次数不限')).toBeNull();
  });

  it.each([
    ['open', null, '今天 08:20 申诉，等没审过它的人看，一般 1 天内有结果'],
    ['upheld', '确实像广告', '今天 08:20 申诉。申诉没有通过，维持原来的决定：确实像广告'],
    ['overturned', null, '今天 08:20 申诉。申诉通过了'],
  ] as const)('says what became of an appeal: %s', (state, note, text) => {
    const appeal = { at: '2026-11-20T00:20:00.000Z', text: '写的是我自己的经历', state, note };
    shown(<PieceNote piece={piece({ returned: decision({ appealable: false, appeal }) })} now={now} />);
    expect(screen.getByText(text)).toBeTruthy();
  });
});

describe('the words that are meant', () => {
  it('carry the number of their reason, also where they overlap or are not there any more', () => {
    const marks = [
      { quote: '内部资料，加', n: 1 },
      { quote: '加 bk_2027', n: 2 },
      { quote: '早就删掉了', n: 3 },
    ];
    expect(markRuns('来自内部资料，加 bk_2027 领', marks)).toEqual([
      { text: '来自', marked: false, ends: [] },
      { text: '内部资料，', marked: true, ends: [] },
      { text: '加', marked: true, ends: [1] },
      { text: ' bk_2027', marked: true, ends: [2] },
      { text: ' 领', marked: false, ends: [] },
    ]);
  });

  it('are numbered in articles and in plain texts alike', () => {
    shown(
      <PieceMarks piece={piece()}>
        <Blocks blocks={[{ type: 'paragraph', inlines: [{ text: '先做真题。题目来自内部资料。' }] }]} />
        <LinkedText text="资料加 bk_2027 领。" />
      </PieceMarks>,
    );
    const marked = [...document.querySelectorAll('.mk')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['题目来自内部资料1', '加 bk_2027 领2']);
  });

  it('of nothing leave a text as it is', () => {
    shown(
      <PieceMarks piece={piece({ returned: null })}>
        <LinkedText text="题目来自内部资料" />
      </PieceMarks>,
    );
    expect(document.querySelector('.mk')).toBeNull();
  });
});

describe('what an author does next', () => {
  it('is to mend the first place, or to appeal', () => {
    const onEdit = bar(piece());
    expect(screen.getByText('改好可以再送审，次数不限；觉得退错了可以申诉一次')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '送审' })).toBeNull();
    fireEvent.click(button('改第 1 处'));
    expect(onEdit).toHaveBeenCalledWith(decision().marks[0]);
  });

  it('is to send it again, once there is no appeal left', () => {
    bar(piece({ viewer: { can: ['edit', 'submit'] } }));
    expect(screen.queryByRole('button', { name: '申诉' })).toBeNull();
    fireEvent.click(button('送审'));
    expect(submit.run).toHaveBeenCalled();
  });

  it('is to appeal against a removal, where nothing can be edited', () => {
    const one = piece({ life: 'hidden', returned: null, takenDown: decision(), viewer: { can: ['appeal'] } });
    expect(isGoingOn(one, [])).toBe(true);
    expect(isGoingOn({ ...one, viewer: { can: [] } }, [])).toBe(false);
    bar(one);
    expect(button('申诉').className).toContain('btn-main');
  });
});

describe('an appeal', () => {
  const write = (text: string) =>
    fireEvent.change(screen.getByLabelText('为什么不该这样'), { target: { value: text } });
  const begin = () => {
    bar(piece());
    fireEvent.click(button('申诉'));
  };

  it('says that another decides and that there is one only, and is sent once', async () => {
    let arrive = () => undefined as unknown;
    phone.answer = () =>
      new Promise((resolve) => {
        arrive = () => resolve({ statusCode: 201, data: { caseId: 'c1' } });
      });
    begin();
    expect(screen.getByText('由没审过的人看，一般 1 天内有结果，只能申诉一次。')).toBeTruthy();
    expect(screen.getByText('张立群 老师：很实用，改两处就能发')).toBeTruthy();
    expect(button('提交申诉').getAttribute('aria-disabled')).toBe('true');
    write('写的是我自己的经历');
    fireEvent.click(button('提交申诉'));
    await waitFor(() => expect(screen.getByText('请稍候…')).toBeTruthy());
    fireEvent.click(button('提交申诉'));
    arrive();
    await waitFor(() => expect(useToast.getState().toast?.text).toBe('申诉已提交，换一个人来看'));
    expect(sent()).toEqual([['POST', '/posts/p1/appeal', JSON.stringify({ text: '写的是我自己的经历' })]]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks for a message about the decision in the tap that sends it', async () => {
    act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
    readyToAsk();
    begin();
    write('写的是我自己的经历');
    expect(phone.consents).toEqual([]);
    fireEvent.click(button('提交申诉'));
    expect(phone.consents).toEqual([['decision-template']]);
    await waitFor(() => expect(sent().map(([, path]) => path)).toContain('/posts/p1/appeal'));
    act(endSession);
  });

  it('that was not sent keeps what was written', async () => {
    phone.answer = () => Promise.reject(new Error('request:fail'));
    begin();
    write('写的是我自己的经历');
    fireEvent.click(button('提交申诉'));
    expect(await screen.findByText(/没有连上服务器/)).toBeTruthy();
    fireEvent.click(button('关闭'));
    await act(async () => undefined);
    fireEvent.click(button('申诉'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('为什么不该这样').value).toBe('写的是我自己的经历');
  });

  it('can be left for the form', () => {
    const onEdit = bar(piece());
    fireEvent.click(button('申诉'));
    fireEvent.click(button('不申诉，去改'));
    expect(onEdit).toHaveBeenCalledWith(decision().marks[0]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
