import { check } from '@qihang/shared/contract/messages';
import type { Question } from '@qihang/shared/posts/blocks';
import { postDraft } from '@qihang/shared/posts/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { SelfTest } from '@/common/blocks/question';
import { ConsentFields } from '@/features/posts/components/consent-fields';
import { MustReadField } from '@/features/posts/components/must-read-field';
import { nextWords } from '@/features/posts/must-read-words';
import { emptyPostForm, type PostForm, previewOf, wholeOf } from '@/features/posts/post-form';
import { queryClient } from '@/platform/query-client';
import { beginSession } from '@/platform/session';
import { phone } from './support/taro';

const now = new Date('2026-11-20T10:24:00+08:00');
const vehicles = { college: '汽车学院', className: '车辆工程 2302 班', graduationYear: 2027 };
const other = { college: '电气学院', className: '电气 2303 班', graduationYear: 2027 };
const written: PostForm = { ...emptyPostForm, board: 'exemplars', title: '一篇典范', markdown: '正文' };

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
  phone.answer = () => ({
    statusCode: 200,
    data: {
      everyone: 40,
      years: [{ graduationYear: 2027, size: 40 }],
      classes: [
        { ...vehicles, size: 16 },
        { ...other, size: 24 },
      ],
    },
  });
});

/** The part of the form under test, and what it holds. */
function fields(problems: Record<string, string> = {}, wasNotice = false) {
  const held = { form: written };
  function Fields() {
    const [form, setForm] = useState(written);
    held.form = form;
    const onChange = (part: Partial<PostForm>) => setForm((before) => ({ ...before, ...part }));
    return (
      <QueryClientProvider client={queryClient}>
        <MustReadField
          value={form.mustRead}
          readAgain={form.readAgain}
          wasNotice={wasNotice}
          problems={problems}
          now={now}
          onChange={onChange}
        />
        <ConsentFields
          value={form.consent}
          recorded={undefined}
          problems={problems}
          now={now}
          onChange={(consent) => onChange({ consent })}
        />
      </QueryClientProvider>
    );
  }
  render(<Fields />);
  return held;
}

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const draft = (form: PostForm) => {
  const checked = check(postDraft, wholeOf(form));
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return checked.value;
};

describe('a notice in the form', () => {
  it('is for everybody who is verified, unless classes are chosen; the list can be searched', async () => {
    const held = fields();
    expect(draft(held.form).mustRead).toBeNull();
    fireEvent.click(screen.getByRole('switch', { name: '必读' }));
    expect(await screen.findByText('现在 40 人')).toBeTruthy();
    expect(draft(held.form).mustRead).toEqual({
      audience: { to: 'everyone' },
      dueAt: null,
      todo: '',
      todoUrl: null,
    });
    tap(/^发给谁/);
    fireEvent.click(screen.getByText('按班级'));
    tap(/^班级，/);
    fireEvent.input(screen.getByPlaceholderText('找班级，如 车辆'), { target: { value: '车辆' } });
    await waitFor(() => expect(screen.queryByText('电气 2303 班 2027 届')).toBeNull());
    fireEvent.click(screen.getByText('车辆工程 2302 班 2027 届'));
    tap('确定');
    expect(draft(held.form).mustRead?.audience).toEqual({ to: 'classes', classes: [vehicles] });
  });

  it('says what is wrong beside its fields', () => {
    fields({ 'mustRead.dueAt': '没有这个时间', 'mustRead.todoUrl': '请填网址' });
    fireEvent.click(screen.getByRole('switch', { name: '必读' }));
    expect(screen.getByText('没有这个时间')).toBeTruthy();
    expect(screen.getByText('请填网址')).toBeTruthy();
  });

  it('asks about an important change only where it has readers', () => {
    const held = fields({}, true);
    fireEvent.click(screen.getByRole('switch', { name: '必读' }));
    fireEvent.click(screen.getByRole('switch', { name: '重要修改' }));
    expect(held.form.readAgain).toBe(true);
  });

  it('is shown in the preview as readers will see it', () => {
    expect(previewOf(written)).toBeUndefined();
    const mustRead = {
      audience: { to: 'everyone' },
      dueAt: '2026-11-27',
      todo: '核对一次',
      todoUrl: '',
    } as const;
    expect(previewOf({ ...written, mustRead })).toMatchObject({
      forMe: true,
      dueAt: '2026-11-27',
      todoUrl: null,
    });
  });
});

describe('a consent in the form', () => {
  it('is recorded with the article, and shows refusals beside its fields', () => {
    const held = fields({ consent: '就业典范写的是谁，要先记录本人的同意' });
    expect(screen.getByText('就业典范写的是谁，要先记录本人的同意')).toBeTruthy();
    expect(draft(held.form).consent).toBeNull();
    fireEvent.click(screen.getByRole('switch', { name: '本人同意' }));
    fireEvent.input(screen.getByPlaceholderText('文章里出现的姓名'), { target: { value: '林晓' } });
    tap(/^签字日期/);
    tap('2026-11-18');
    expect(draft(held.form).consent).toEqual({
      subject: '林晓',
      studentNo: null,
      uses: ['site'],
      way: 'paper',
      givenOn: '2026-11-18',
    });
  });

  it('asks the person in the app for no day', () => {
    const held = fields();
    fireEvent.click(screen.getByRole('switch', { name: '本人同意' }));
    tap(/^怎样同意/);
    fireEvent.click(screen.getByText('请本人在“我的数据”里同意'));
    expect(screen.getByText('本人同意之前，这篇文章发布不了')).toBeTruthy();
    expect(held.form.consent).toMatchObject({ way: 'in-app', givenOn: null });
    expect(screen.queryByText('签字日期')).toBeNull();
  });
});

it.each([
  [{ dueAt: '2026-11-27T17:00', todo: '核对一次' }, '11月27日 17:00 前还要：核对一次'],
  [{ dueAt: '2026-11-27', todo: '核对一次' }, '11月27日前还要：核对一次'],
  [{ dueAt: null, todo: '核对一次' }, '还要：核对一次'],
  [{ dueAt: '2026-11-27', todo: '' }, ''],
])('says what is left to do: %j', (mustRead, words) => {
  expect(nextWords(mustRead, now)).toBe(words);
});

describe('a self-test question', () => {
  const question: Question = {
    type: 'question',
    text: '哪些对？',
    options: [
      { text: '甲', right: true },
      { text: '乙', right: false },
      { text: '丙', right: true },
    ],
    explanation: '因为甲和丙。',
    source: { name: '学习角', url: null },
  };

  it('shows the answer after the choice, in words, and sends nothing', () => {
    render(<SelfTest question={question} />);
    expect(screen.queryByText('因为甲和丙。')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'A，甲' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'B，乙' }));
    tap('看答案');
    expect(screen.getByRole('alert').textContent).toContain('没答对，答案是 A、C');
    expect(screen.getByRole('checkbox', { name: 'A，甲，你选对了' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'B，乙，你选的，不对' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'C，丙，这是答案' })).toBeTruthy();
    expect(screen.getByText('因为甲和丙。')).toBeTruthy();
    expect(phone.requests).toEqual([]);
    tap('再做一次');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes one tap where one answer is right, and no second one', () => {
    render(<SelfTest question={{ ...question, options: question.options.slice(0, 2) }} />);
    fireEvent.click(screen.getByRole('radio', { name: 'A，甲' }));
    expect(screen.getByRole('alert').textContent).toContain('答对了，答案是 A');
    fireEvent.click(screen.getByRole('radio', { name: 'B，乙' }));
    expect(screen.getByRole('alert').textContent).toContain('答对了');
  });
});
