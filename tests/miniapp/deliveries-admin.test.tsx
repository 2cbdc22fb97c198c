import type { Delivery } from '@qihang/shared/deliveries/contract';
import { deliveryReasonNames } from '@qihang/shared/deliveries/vocabulary';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import DeliveriesPage from '@/features/deliveries-admin/pages/deliveries/index';
import TemplatesPage from '@/features/deliveries-admin/pages/templates/index';
import {
  bodyOf,
  fieldsIn,
  formOf,
  sampleOf,
  type Template,
  withKeyword,
} from '@/features/deliveries-admin/template-form';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';
import { refusal } from './support/threads';

const now = new Date('2026-11-20T02:24:00Z');

const template = (part: Partial<Template> = {}): Template => ({
  purpose: 'deadline',
  templateId: 'T-deadline-0001',
  fields: [
    { keyword: 'thing1', source: 'about' },
    { keyword: 'time2', source: 'time' },
  ],
  version: 3,
  updatedAt: '2026-11-19T02:24:00.000Z',
  ...part,
});

describe('the form of a template', () => {
  it('sends what was saved when nothing was typed', () => {
    const { purpose, templateId, fields, version } = template();
    expect(bodyOf(template(), formOf(template()))).toEqual({
      items: [{ purpose, templateId, fields, version }],
    });
  });

  it('finds the keywords in what WeChat shows, each saying something else', () => {
    const text =
      '岗位名称{{thing1.DATA}}\n截止时间{{time2.DATA}}\n状态 {{ phrase3.DATA }}\n备注{{thing4.DATA}}{{thing1.DATA}}';
    expect(fieldsIn(text)).toEqual([
      { keyword: 'thing1', source: 'title', text: '' },
      { keyword: 'time2', source: 'time', text: '' },
      { keyword: 'phrase3', source: 'status', text: '' },
      { keyword: 'thing4', source: 'about', text: '' },
    ]);
    expect(fieldsIn('没有关键词，也没有 {{what1.DATA}}')).toEqual([]);
  });

  it('says at a keyword only what its type can say', () => {
    const field = { keyword: 'thing1', source: 'title' as const, text: '' };
    expect(withKeyword(field, 'time2').source).toBe('time');
    expect(withKeyword(field, 'thing5').source).toBe('title');
    expect(sampleOf('deadline', withKeyword(field, 'time2'), now)).toBe('2026年11月20日 10:24');
    expect(sampleOf('answer', { keyword: 'number1', source: 'count', text: '' }, now)).toBe('2');
    expect(sampleOf('answer', { keyword: 'x', source: 'count', text: '' }, now)).toBe('');
  });
});

const delivery = (part: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  kind: 'piece.returned',
  purpose: 'decision',
  channel: 'wechat',
  state: 'failed',
  reason: 'bad-values',
  errcode: 47003,
  attempts: 2,
  at: '2026-11-20T01:00:00.000Z',
  dueAt: '2026-11-20T01:00:00.000Z',
  settledAt: '2026-11-20T01:05:00.000Z',
  reasonText: deliveryReasonNames['bad-values'],
  viewer: { can: ['retry'] },
  ...part,
});

const counts = { waiting: 2, sending: 0, sent: 120, skipped: 31, failed: 1, unknown: 0 };

describe('pages', () => {
  let items: Delivery[];
  let templates: Template[];
  let refuse: ReturnType<typeof refusal> | null;
  const sent = (end: string | RegExp) =>
    phone.requests
      .filter(({ url, method }) => method !== 'GET' && url.match(end))
      .map(({ data }) => JSON.parse(data ?? ''));

  beforeEach(() => {
    phone.reset();
    items = [delivery()];
    templates = [
      template(),
      template({ purpose: 'answer', templateId: null, fields: [], version: 0, updatedAt: null }),
    ];
    refuse = null;
    phone.answer = ({ url, method, data }) => {
      if (refuse) return refuse;
      if (url.includes('/admin/message-templates')) {
        if (method === 'PUT')
          for (const change of JSON.parse(data ?? '').items as Template[])
            templates = templates.map((one) =>
              one.purpose === change.purpose ? { ...one, ...change, version: one.version + 1 } : one,
            );
        return { statusCode: 200, data: { items: templates } };
      }
      if (method === 'POST')
        return { statusCode: 200, data: delivery({ state: 'waiting', reason: null, viewer: { can: [] } }) };
      const state = new URL(`http://phone${url}`).searchParams.get('state');
      const found = items.filter((one) => state === null || one.state === state);
      return { statusCode: 200, data: { items: found, nextCursor: null, counts } };
    };
    act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
  });
  afterEach(() => {
    cleanup();
    queryClient.clear();
    act(endSession);
  });
  const show = (Page: () => React.ReactNode) =>
    render(
      <QueryClientProvider client={queryClient}>
        <Page />
      </QueryClientProvider>,
    );

  describe('消息发送', () => {
    it('says in words what failed and why, and sends it again', async () => {
      show(DeliveriesPage);
      await screen.findByText('审核结果');
      expect(screen.getByText('内容审核')).toBeTruthy();
      expect(screen.getByText(/填的内容不合模板的规定（47003）/)).toBeTruthy();
      expect(screen.getByText('试了 2 次')).toBeTruthy();
      fireEvent.click(screen.getByRole('button', { name: '再发一次' }));
      await screen.findByText('已放回去，马上再发');
      expect(sent(/deliveries\/d1\/retry$/)).toEqual([{ again: false }]);
    });

    it('tells the number of a refusal that has no words of its own', async () => {
      items = [delivery({ reason: 'refused', reasonText: deliveryReasonNames.refused, errcode: 45047 })];
      show(DeliveriesPage);
      await screen.findByText(/错误码不在已知的几种里（45047）/);
    });

    it('asks before one is sent again that may have arrived', async () => {
      items = [
        delivery({
          state: 'unknown',
          reason: 'no-answer',
          errcode: null,
          reasonText: deliveryReasonNames['no-answer'],
          viewer: { can: ['retry-again'] },
        }),
      ];
      show(DeliveriesPage);
      fireEvent.click(await screen.findByRole('button', { name: '再发一次' }));
      fireEvent.click(await screen.findByRole('button', { name: '取消' }));
      expect(sent(/retry$/)).toEqual([]);
      fireEvent.click(screen.getByRole('button', { name: '再发一次' }));
      fireEvent.click(await screen.findByRole('button', { name: '还是再发' }));
      await waitFor(() => expect(sent(/retry$/)).toEqual([{ again: true }]));
    });

    it('counts by state, and shows one of them', async () => {
      show(DeliveriesPage);
      fireEvent.click(await screen.findByRole('checkbox', { name: '已发出' }));
      await screen.findByText('没有“已发出”的消息');
      expect(screen.getByText('120')).toBeTruthy();
    });

    it('offers no second try where there is none', async () => {
      items = [
        delivery({ state: 'sent', reason: null, reasonText: null, errcode: null, viewer: { can: [] } }),
      ];
      show(DeliveriesPage);
      await screen.findByText('内容审核');
      expect(screen.queryByText('再发一次')).toBeNull();
    });

    it('leads to the templates where nothing was sent yet', async () => {
      items = [];
      show(DeliveriesPage);
      fireEvent.click(await screen.findByRole('button', { name: '去设置微信模板' }));
      expect(phone.opened).toEqual(['/features/deliveries-admin/pages/templates/index']);
    });

    it('is for admins alone', async () => {
      refuse = refusal(403, 'action.forbidden', '没有权限');
      show(DeliveriesPage);
      await screen.findByText('只有管理员能查看消息发送');
    });
  });

  describe('微信模板', () => {
    it('shows what a person would read, and what is not set up', async () => {
      show(TemplatesPage);
      await screen.findByText('整车热管理工程师');
      expect(screen.getByText('没设置')).toBeTruthy();
    });

    it('sets one up from what WeChat shows of it', async () => {
      show(TemplatesPage);
      fireEvent.click(await screen.findByRole('button', { name: '设置回答提醒' }));
      fireEvent.click(screen.getByRole('button', { name: '保存模板' }));
      expect(await screen.findByText('从微信公众平台复制过来')).toBeTruthy();
      fireEvent.change(screen.getByLabelText('编号'), { target: { value: 'T-answer-00001' } });
      fireEvent.click(screen.getByRole('button', { name: '保存模板' }));
      expect(await screen.findByText('至少填一个关键词')).toBeTruthy();
      fireEvent.change(screen.getByLabelText('详细内容'), {
        target: { value: '问题{{thing1.DATA}} 时间{{time2.DATA}}' },
      });
      fireEvent.click(screen.getByRole('button', { name: '保存模板' }));
      await screen.findByText('“回答提醒”的模板已保存');
      expect(sent(/message-templates$/)).toEqual([
        {
          items: [
            {
              purpose: 'answer',
              version: 0,
              templateId: 'T-answer-00001',
              fields: [
                { keyword: 'thing1', source: 'title' },
                { keyword: 'time2', source: 'time' },
              ],
            },
          ],
        },
      ]);
    });

    it('says at a keyword what is wrong with it', async () => {
      show(TemplatesPage);
      fireEvent.click(await screen.findByRole('button', { name: '修改截止提醒' }));
      fireEvent.change(screen.getByLabelText('关键词 1'), { target: { value: 'thing' } });
      fireEvent.click(screen.getByRole('button', { name: '保存模板' }));
      await screen.findByText('没有这种关键词，请写成 thing1 这样');
      expect(sent(/message-templates$/)).toEqual([]);
    });

    it('turns one off after a question', async () => {
      show(TemplatesPage);
      fireEvent.click(await screen.findByRole('button', { name: '修改截止提醒' }));
      fireEvent.click(screen.getByRole('button', { name: '停用' }));
      const buttons = await screen.findAllByRole('button', { name: '停用' });
      fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
      await screen.findByText('“截止提醒”的模板已停用');
      expect(sent(/message-templates$/)).toEqual([
        { items: [{ purpose: 'deadline', version: 3, templateId: null, fields: [] }] },
      ]);
    });

    it('keeps what was typed where somebody else has saved in between', async () => {
      show(TemplatesPage);
      fireEvent.click(await screen.findByRole('button', { name: '修改截止提醒' }));
      fireEvent.change(screen.getByLabelText('编号'), { target: { value: 'T-deadline-0002' } });
      const old = phone.answer;
      templates = [template({ version: 4 })];
      phone.answer = (request) =>
        request.method === 'PUT' ? refusal(409, 'version.stale', '别人刚改过，请看过再保存') : old(request);
      fireEvent.click(screen.getByRole('button', { name: '保存模板' }));
      await screen.findByText('别人刚改过，请看过再保存');
      phone.answer = old;
      expect((screen.getByLabelText('编号') as HTMLInputElement).value).toBe('T-deadline-0002');
      await waitFor(() => expect(queryClient.isFetching()).toBe(0));
      fireEvent.click(screen.getByRole('button', { name: '保存模板' }));
      await screen.findByText('“截止提醒”的模板已保存');
      expect(sent(/message-templates$/)[1]).toMatchObject({
        items: [{ version: 4, templateId: 'T-deadline-0002' }],
      });
    });

    it('is for admins alone', async () => {
      refuse = refusal(403, 'action.forbidden', '没有权限');
      show(TemplatesPage);
      await screen.findByText('只有管理员能设置微信模板');
    });
  });
});
