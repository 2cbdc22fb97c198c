import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import JobFormPage from '@/features/jobs/pages/form';
import { emptyJobForm } from '@/features/jobs/publish/job-form';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { store } from '@/platform/storage';
import { phone } from './support/taro';

const whole = {
  ...emptyJobForm,
  title: '整车热管理工程师',
  company: '岚山新能源科技',
  kind: 'campus',
  cities: ['宁波'],
  degree: 'bachelor',
  majors: ['车辆工程'],
  headcount: '3',
  deadline: '2099-12-22',
  payMin: '12000',
  payMax: '18000',
  email: 'campus@lanshan-ne.example',
  origin: 'college',
  sourceName: '汽车学院就业办',
  body: '岗位职责：\n1. 负责热管理系统方案设计；\n任职要求：\n1. 学过传热学。',
} as const;

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <JobFormPage />
    </QueryClientProvider>,
  );

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  Element.prototype.scrollIntoView = jest.fn();
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
  phone.answer = ({ url, data }) => {
    if (url.endsWith('/jobs/parse')) {
      const { text } = JSON.parse(data ?? '{}') as { text: string };
      return { statusCode: 200, data: parseAnnouncement(text, '2026-11-20') };
    }
    if (url.includes('/majors/meaning'))
      return {
        statusCode: 200,
        data: { items: [{ name: '量子占卜学', meant: ['量子占卜学'], known: false }] },
      };
    return { statusCode: 200, data: { items: [], cities: [], majors: [] } };
  };
});
afterEach(() => act(endSession));

const sent = () => phone.requests.filter(({ url, method }) => url.endsWith('/jobs') && method === 'POST');

describe('what is wrong stands beside its field, and what was typed stays', () => {
  it.each([
    ['pay beyond belief', { payMin: '0', payMax: '999999000' }, '最高', '999999000', /不能大于/],
    ['pay below nothing', { payMin: '-5' }, '最低', '-5', /不能小于/],
    ['a script for a link', { url: 'javascript:alert(1)' }, '网址', 'javascript:alert(1)', /http/],
    ['an address that is none', { email: '发我微信' }, '邮箱', '发我微信', /邮箱/],
    ['more people than there are', { headcount: '99999999' }, '人数', '99999999', /不能大于/],
  ])('%s', async (_, change, label, typed, message) => {
    store('draft:job:new', { ...whole, ...change });
    show();
    fireEvent.click(await screen.findByRole('button', { name: /^(发布岗位|还差)/ }));
    const field = screen.getByLabelText<HTMLInputElement>(label);
    expect(field.value).toBe(typed);
    const row = field.closest('.fd');
    expect(row?.textContent).toMatch(message);
    expect(screen.getByRole('button', { name: '还差 1 处，去修改' })).toBeTruthy();
    expect(sent()).toHaveLength(0);
  });

  it.each([
    ['a day that does not exist', '2099-02-30', '没有这个时间'],
    ['a deadline that is over', '2020-01-01', '已经过'],
  ])('%s', async (_, deadline, message) => {
    store('draft:job:new', { ...whole, deadline });
    show();
    fireEvent.click(await screen.findByRole('button', { name: /^(发布岗位|还差)/ }));
    expect((await screen.findAllByText(new RegExp(message))).length).toBeGreaterThan(0);
    expect(sent()).toHaveLength(0);
  });

  it('a major of no catalogue may stay, and it says what that means', async () => {
    store('draft:job:new', { ...whole, majors: ['量子占卜学'] });
    show();
    await screen.findByText('专业目录里没有“量子占卜学”：照原样显示，但推荐不到对口的同学');
    fireEvent.click(screen.getByRole('button', { name: '发布岗位' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
  });
});

describe('a pasted text that is no announcement', () => {
  it.each([
    ['only emoji', '😀🎉🔥'.repeat(30)],
    ['bytes', '\u0000\u0001\ufffd\u0008'.repeat(40)],
    ['small talk', '今晚吃什么，食堂二楼见'],
  ])('%s', async (_, text) => {
    show();
    fireEvent.click(screen.getByRole('link', { name: '粘贴群消息，识别成岗位' }));
    const field = screen.getByLabelText<HTMLTextAreaElement>('群消息');
    fireEvent.change(field, { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: '识别岗位' }));
    await screen.findByText('没有读出岗位。请贴完整的招聘消息，或直接填写下面的表单');
    expect(field.value).toBe(text);
  });

  it('nothing at all cannot be read', () => {
    show();
    fireEvent.click(screen.getByRole('link', { name: '粘贴群消息，识别成岗位' }));
    fireEvent.change(screen.getByLabelText('群消息'), { target: { value: '  \n ' } });
    fireEvent.click(screen.getByRole('button', { name: '识别岗位' }));
    expect(phone.requests.filter(({ url }) => url.endsWith('/jobs/parse'))).toHaveLength(0);
  });

  it('more than a hundred thousand characters are refused by the server, beside the field', async () => {
    phone.answer = ({ url }) =>
      url.endsWith('/jobs/parse')
        ? {
            statusCode: 400,
            data: {
              type: 'about:blank',
              title: '',
              status: 400,
              code: 'request.invalid',
              detail: '有 1 处要修改',
              requestId: 'r',
              errors: [{ path: 'text', message: '最多 100000 个字' }],
            },
          }
        : { statusCode: 200, data: { items: [], cities: [], majors: [] } };
    show();
    fireEvent.click(screen.getByRole('link', { name: '粘贴群消息，识别成岗位' }));
    const text = '招'.repeat(100_001);
    fireEvent.change(screen.getByLabelText('群消息'), { target: { value: text } });
    expect(screen.getByText('100001/100000')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '识别岗位' }));
    await screen.findByText(/最多 100000 个字|有 1 处要修改/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('群消息').value).toBe(text);
  });
});
