import type { Post } from '@qihang/shared/posts/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { markRuns } from '@/features/posts/editing/mark-runs';
import PostFormPage from '@/features/posts/pages/form';
import { formOfPost, typedOf, wholeOf } from '@/features/posts/post-form';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { readyToAsk } from './support/reach';
import { phone } from './support/taro';

const post: Post = {
  id: 'post-1',
  board: 'guidance',
  title: '国企笔试备考时间表',
  summary: '按周排的时间表',
  cover: null,
  author: { name: '陈一鸣', about: '车辆 2027 届' },
  pinnedUntil: null,
  pinned: false,
  publishedAt: '2026-11-20T00:40:00.000Z',
  readingMinutes: 1,
  life: 'published',
  hidden: false,
  unfinished: null,
  schedule: null,
  returned: null,
  takenDown: null,
  review: null,
  seen: { now: true, why: '已公开' },
  state: 'published',
  blocks: [],
  markdown: '先做一套真题',
  source: { name: '就业办', url: null },
  updatedAt: '2026-11-20T00:40:00.000Z',
  edited: null,
  version: 3,
  hiddenReason: null,
  viewer: { can: ['edit', 'schedule', 'withdraw', 'history'] },
};
const board = (slug: string, name: string, more: object = {}) => ({
  slug,
  name,
  kind: 'article',
  review: 'direct',
  sourceRequired: false,
  strip: false,
  colour: 'teal',
  activity: { today: 0, week: 0, firstAnswerMinutes: null },
  viewer: { can: ['post'] },
  ...more,
});

let query: Record<string, string>;
let boards: object[];
let served: Post;
let offline: boolean;
beforeEach(() => {
  phone.reset();
  queryClient.clear();
  query = { board: 'guidance' };
  boards = [board('guidance', '就业指导'), board('affairs', '时政研习', { sourceRequired: true })];
  served = post;
  offline = false;
  jest.spyOn(navigation, 'usePageQuery').mockImplementation(() => query);
  Element.prototype.scrollIntoView = jest.fn();
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
  phone.answer = ({ url, method }) => {
    if (offline) throw new Error('request:fail');
    if (url.endsWith('/boards')) return { statusCode: 200, data: { items: boards } };
    if (url.endsWith('/posts/drafts'))
      return { statusCode: 201, data: { id: 'new-1', state: 'draft', version: 1 } };
    if (url.endsWith('/working-copy'))
      return {
        statusCode: 200,
        data: method === 'GET' ? { copy: null, others: [] } : { savedAt: '2026-11-20T01:00:00.000Z' },
      };
    if (/\/posts\/(post|new)-1(\/\w+)?$/.test(url))
      return { statusCode: 200, data: { ...served, version: served.version + (method === 'GET' ? 0 : 1) } };
    return { statusCode: 200, data: { blocks: [], readingMinutes: 1, items: [] } };
  };
});
afterEach(() => {
  jest.useRealTimers();
  act(() => endSession());
});

async function openForm() {
  const page = render(
    <QueryClientProvider client={queryClient}>
      <PostFormPage />
    </QueryClientProvider>,
  );
  await screen.findByLabelText('正文');
  await screen.findByText(/就业指导|时政研习/);
  return page;
}
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const written = () => (screen.getByLabelText('正文') as HTMLTextAreaElement).value;
const sent = (method: string, path: RegExp) =>
  phone.requests
    .filter((request) => request.method === method && path.test(request.url))
    .map(({ data }) => JSON.parse(data ?? 'null') as Record<string, unknown>);

it('counts words, and saves a draft on the server while one writes', async () => {
  await openForm();
  write('标题', '备考时间表');
  write('正文', '先做一套真题，\n不看答案。');
  await screen.findByText(/^12 字，\d\d:\d\d 已存$/, undefined, { timeout: 10_000 });
  expect(sent('POST', /\/posts\/drafts$/)).toEqual([
    expect.objectContaining({
      board: 'guidance',
      title: '备考时间表',
      markdown: '先做一套真题，\n不看答案。',
    }),
  ]);
});

it('says so where the words are on the phone only', async () => {
  await openForm();
  offline = true;
  write('正文', '先做一套真题');
  await screen.findByText('没有网络，已存在手机里', undefined, { timeout: 10_000 });
  screen.getByText('连上后自动存到服务器，图片接着传');
});

it('edits by its buttons, and takes that back', async () => {
  await openForm();
  write('正文', '身份证');
  fireEvent.click(screen.getByLabelText('列表'));
  await waitFor(() => expect(written()).toBe('- 身份证'));
  write('正文', '- 身份证\n');
  await waitFor(() => expect(written()).toBe('- 身份证\n- '));
  fireEvent.click(screen.getByLabelText('撤销'));
  await waitFor(() => expect(written()).toBe('- 身份证'));
  fireEvent.click(screen.getByLabelText('撤销'));
  await waitFor(() => expect(written()).toBe('身份证'));
});

it('puts in a checked link, a table and the headings of a template', async () => {
  await openForm();
  fireEvent.click(screen.getByLabelText('链接'));
  write('文字', '官网');
  write('网址', 'javascript:x');
  fireEvent.click(screen.getByText('插入'));
  await screen.findByText('不能用 javascript: 开头的地址');
  expect(written()).toBe('');
  write('网址', 'https://a.example');
  fireEvent.click(screen.getByText('插入'));
  await waitFor(() => expect(written()).toBe('[官网](https://a.example)'));
  fireEvent.click(screen.getByLabelText('表格'));
  fireEvent.click(screen.getByLabelText('多一列'));
  fireEvent.click(screen.getByText('插入 3 行 3 列'));
  await waitFor(() => expect(written()).toContain('| 列 1 | 列 2 | 列 3 |'));
  fireEvent.click(screen.getByLabelText('模板'));
  fireEvent.click(screen.getByText('面试经过'));
  fireEvent.click(screen.getByText('加进来，留着我写的'));
  await waitFor(() => expect(written()).toContain('## 单位和岗位'));
  expect(written()).toContain('[官网](https://a.example)');
});

it('shows what the cleaning would do before it does', async () => {
  await openForm();
  write('正文', '①身份证\n②学历\u200b证');
  fireEvent.click(screen.getByLabelText('清洗'));
  screen.getByText('把 2 行变成列表');
  screen.getByText('去掉 1 个看不见的字符');
  expect(written()).toBe('①身份证\n②学历\u200b证');
  fireEvent.click(screen.getByText('清洗'));
  await waitFor(() => expect(written()).toBe('1. 身份证\n2. 学历证'));
  fireEvent.click(screen.getByLabelText('撤销'));
  await waitFor(() => expect(written()).toBe('①身份证\n②学历\u200b证'));
});

it('lists everything that is wrong at once, and publishes when nothing blocks', async () => {
  query = { board: 'affairs' };
  await openForm();
  write('正文', '见[这里](javascript:x)，联系 13812345678');
  fireEvent.click(screen.getByText('还差 3 处，去修改'));
  screen.getByText('没写标题');
  screen.getByText('来源没写');
  screen.getByText('第 1 段有不安全的链接');
  screen.getByText('第 1 段有私人联系方式');
  fireEvent.click(screen.getByText('接着写'));
  write('标题', '备考时间表');
  write('来源', '省人社厅');
  write('正文', '正文');
  served = { ...post, id: 'new-1', board: 'affairs' };
  fireEvent.click(screen.getByText('发布文章'));
  await waitFor(() => expect(sent('POST', /\/posts\/new-1\/publish$/)).toHaveLength(1));
  await waitFor(() => expect(phone.opened.at(-1)).toContain('id=new-1'));
});

it('sends to review on a board that reviews', async () => {
  boards = [board('guidance', '就业指导', { review: 'teacher' })];
  await openForm();
  write('标题', '备考时间表');
  write('正文', '正文');
  served = { ...post, id: 'new-1', state: 'in-review', life: 'in-review' };
  readyToAsk();
  fireEvent.click(screen.getByText('送审'));
  // Of the decision WeChat can tell: it is asked in the same tap.
  expect(phone.consents).toEqual([['decision-template']]);
  await waitFor(() =>
    expect(sent('POST', /\/posts\/new-1\/submit$/)).toEqual([{ publishAt: null, unpublishAt: null }]),
  );
});

it('shows at its field what the server refuses', async () => {
  await openForm();
  write('标题', '备考时间表');
  write('正文', '正文');
  const answer = phone.answer;
  phone.answer = (request) =>
    request.url.endsWith('/publish')
      ? {
          statusCode: 400,
          data: {
            type: 'about:blank',
            title: '填写有误',
            status: 400,
            code: 'request.invalid',
            detail: '填写有误',
            requestId: 'r',
            errors: [{ path: 'title', message: '标题和别人的一样' }],
          },
        }
      : answer(request);
  fireEvent.click(screen.getByText('发布文章'));
  await screen.findByText('标题和别人的一样');
  write('标题', '另一个标题');
  await waitFor(() => expect(screen.queryByText('标题和别人的一样')).toBeNull());
});

it('keeps a change of a published article next to it, and publishes it with its version', async () => {
  query = { id: 'post-1' };
  await openForm();
  write('正文', '先做两套真题');
  await waitFor(() => expect(sent('PUT', /\/posts\/post-1\/working-copy$/)).toHaveLength(1), {
    timeout: 10_000,
  });
  expect(sent('PUT', /working-copy$/)[0]).toMatchObject({
    baseVersion: 3,
    fields: { markdown: '先做两套真题' },
  });
  expect(sent('PATCH', /./)).toEqual([]);
  fireEvent.click(screen.getByText('保存修改'));
  await waitFor(() => expect(sent('PATCH', /\/posts\/post-1$/)).toHaveLength(1));
  expect(sent('PATCH', /./)[0]).toMatchObject({
    version: 3,
    markdown: '先做两套真题',
    source: { name: '就业办', url: null },
  });
});

it('holds of an article what the server gives, in both directions', () => {
  const form = formOfPost(post);
  expect(typedOf(form)).toEqual({
    title: post.title,
    summary: post.summary,
    markdown: post.markdown,
    pinnedUntil: null,
    source: post.source,
    mustRead: null,
    consent: null,
  });
  expect(wholeOf({ ...form, sourceName: ' ', sourceUrl: '' })).toMatchObject({
    source: null,
    board: 'guidance',
  });
  const unfinished = { title: '', source: { name: '', url: 'x' } };
  expect(formOfPost({ ...post, unfinished })).toMatchObject({ title: '', markdown: '', sourceUrl: 'x' });
});

it('colours marks, headings and what was found, and changes no character', () => {
  const text = '## 一 **粗**\n- 见[官网](http://a)\n\n尾';
  const runs = markRuns(text, [{ start: text.indexOf('['), end: text.indexOf(')') + 1 }]);
  expect(runs.map((run) => run.text).join('')).toBe(text);
  expect(runs.map(({ text: run, tone, found }) => `${run}:${tone ?? ''}${found ? '!' : ''}`)).toEqual([
    '## :mark',
    '一 :heading',
    '**:mark',
    '粗:heading',
    '**:mark',
    '\n:heading',
    '- :mark',
    '见:',
    '[:mark!',
    '官网:!',
    '](http://a):mark!',
    '\n\n尾:',
  ]);
});
