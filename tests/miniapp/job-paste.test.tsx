import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import JobFormPage from '@/features/jobs/pages/form';
import { emptyJobForm } from '@/features/jobs/publish/job-form';
import { formOfDraft, notFound, passagesOf } from '@/features/jobs/publish/paste';
import { selfCheck, withoutPassage, writtenOnly } from '@/features/jobs/publish/self-check';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const today = '2026-11-20';
const text =
  '【校招】岚山新能源科技有限公司招聘：整车热管理工程师5人、试验工程师3人，base宁波/合肥，本科及以上，' +
  '限985/211院校，月薪12-18K，2099年12月22日前简历发至campus@lanshan-ne.example';
const { drafts } = parseAnnouncement(text, today);
const pasted = { text, drafts, forms: drafts.map((draft) => formOfDraft(draft, today)), at: 0 };

describe('a pasted message', () => {
  it('fills in what it says and leaves the rest empty', () => {
    expect(pasted.forms.map(({ title, headcount }) => [title, headcount])).toEqual([
      ['整车热管理工程师', '5'],
      ['试验工程师', '3'],
    ]);
    expect(pasted.forms[0]).toMatchObject({ payMin: '12000', payMax: '18000', origin: '', sourceName: '' });
  });

  it('marks what it does not say until it is written', () => {
    const [draft] = drafts;
    const [form = emptyJobForm] = pasted.forms;
    if (!draft) throw new Error('no draft');
    expect(notFound({ ...draft, missing: ['source'] }, form)).toHaveProperty(['source.origin']);
    expect(notFound({ ...draft, missing: ['source'] }, { ...form, origin: 'college' })).toEqual({});
  });

  it('is cut into passages that join to the same text', () => {
    const passages = passagesOf(pasted, '限985');
    expect(passages.map((passage) => passage.text).join('')).toBe(text);
    const looking = (look: string) =>
      passages.filter((passage) => passage.look === look).map((passage) => passage.text);
    expect(looking('found')).toContain('整车热管理工程师');
    expect(looking('other')).toContain('试验工程师');
    expect(looking('wrong')).toEqual(['限985']);
  });
});

describe('the self-check of the form', () => {
  const [form = emptyJobForm] = pasted.forms;

  it('refuses a passage, and lets it be cut out', () => {
    const check = selfCheck(form, today, null);
    expect(check.problems.body).toContain('学校层次');
    expect(check.draft).toBeNull();
    if (!check.cut) throw new Error('no passage');
    expect(withoutPassage(form.body, check.cut)).not.toContain('限985');
  });

  it('asks for no reason that was given before', () => {
    const { unexplained } = selfCheck({ ...form, headcount: '' }, today, null);
    expect(unexplained.length).toBeGreaterThan(0);
    expect(
      selfCheck({ ...form, headcount: '' }, today, { reason: '', rules: unexplained }).unexplained,
    ).toEqual([]);
  });

  it('does not tell off an empty form', () => {
    const { problems, wrong } = selfCheck(emptyJobForm, today, null);
    expect(wrong).toBeGreaterThan(2);
    expect(writtenOnly(problems, emptyJobForm)).toEqual({});
    expect(withoutPassage('男性，限985，英语好', { start: 3, end: 7 })).toBe('男性，英语好');
  });
});

describe('the page', () => {
  beforeEach(() => {
    phone.reset();
    queryClient.clear();
    Element.prototype.scrollIntoView = jest.fn();
    act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
    phone.answer = ({ url, method }) => {
      if (url.endsWith('/jobs/parse')) return { statusCode: 200, data: { overall: null, drafts } };
      if (url.endsWith('/jobs/similar')) return { statusCode: 200, data: { items: [] } };
      if (url.endsWith('/jobs') && method === 'POST') return { statusCode: 201, data: { id: 'new' } };
      return { statusCode: 200, data: { items: [], cities: [], majors: [] } };
    };
  });
  afterEach(() => act(endSession));
  const sent = () => phone.requests.filter(({ url, method }) => url.endsWith('/jobs') && method === 'POST');

  it('leads from a pasted message to the published job', async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <JobFormPage />
      </QueryClientProvider>,
    );
    fireEvent.click(screen.getByRole('link', { name: '粘贴群消息，识别成岗位' }));
    fireEvent.change(screen.getByLabelText('群消息'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: '识别岗位' }));

    // Two posts, the first in the form; each keeps what is written in it.
    const second = await screen.findByRole('radio', { name: '岗位 2：试验工程师' });
    fireEvent.change(screen.getByLabelText('岗位'), { target: { value: '热管理工程师' } });
    fireEvent.click(second);
    expect(screen.getByLabelText<HTMLInputElement>('岗位').value).toBe('试验工程师');
    fireEvent.click(screen.getByRole('radio', { name: /岗位 1/ }));
    expect(screen.getByLabelText<HTMLInputElement>('岗位').value).toBe('热管理工程师');

    // The button says what is left: the passage, and the source that the text does not name.
    fireEvent.click(screen.getByRole('button', { name: '还差 2 处，去修改' }));
    expect(sent()).toHaveLength(0);
    while (screen.queryByRole('button', { name: '从正文去掉' }))
      fireEvent.click(screen.getByRole('button', { name: '从正文去掉' }));
    fireEvent.click(screen.getByRole('button', { name: /来源，/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: '学院' }));

    // A warning needs a written reason.
    fireEvent.click(await screen.findByRole('button', { name: '写明理由，发布' }));
    fireEvent.change(screen.getByPlaceholderText(/写明为什么仍要发布/), {
      target: { value: '职责面试时说明' },
    });
    fireEvent.click(screen.getByRole('button', { name: '发布岗位' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(JSON.parse(sent()[0]?.data ?? '')).toMatchObject({
      title: '热管理工程师',
      overrideReason: '职责面试时说明',
    });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('岗位').value).toBe('试验工程师'));
  });
});
