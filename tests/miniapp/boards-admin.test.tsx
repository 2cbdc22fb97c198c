import type { BoardSetting } from '@qihang/shared/boards/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { lastPosition, moved } from '@/features/boards-admin/order';
import BoardsAdminPage from '@/features/boards-admin/pages/list/index';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const board = (slug: string, name: string, position: number, enabled = true): BoardSetting => ({
  slug,
  name,
  kind: 'article',
  position,
  enabled,
  sourceRequired: false,
  consentRequired: false,
  review: 'direct',
  strip: false,
  colour: 'teal',
});

describe('moved', () => {
  const [a, b, c] = [board('a', '甲', 10), board('b', '乙', 20), board('c', '丙', 30)];

  it('changes places with the neighbour and leaves the others', () => {
    expect(moved([a, b, c], 'b', -1)).toEqual([
      { slug: 'b', position: 10 },
      { slug: 'a', position: 20 },
    ]);
  });

  it.each([['a', -1] as const, ['c', 1] as const, ['x', 1] as const])(
    'moves %s by %i nowhere',
    (slug, by) => {
      expect(moved([a, b, c], slug, by)).toEqual([]);
    },
  );

  it('brings shared positions apart', () => {
    const same = [board('a', '甲', 0), board('b', '乙', 0)];
    expect(moved(same, 'b', -1)).toEqual([
      { slug: 'b', position: 10 },
      { slug: 'a', position: 20 },
    ]);
  });
});

it('puts a new board last, within the limit of the contract', () => {
  expect(lastPosition([])).toBe(10);
  expect(lastPosition([board('a', '甲', 35)])).toBe(45);
  expect(lastPosition([board('a', '甲', 998)])).toBe(999);
});

describe('the page', () => {
  let boards: BoardSetting[];
  const problem = (statusCode: number, code: string, detail: string) => ({
    statusCode,
    data: {
      type: 'about:blank',
      title: detail,
      status: statusCode,
      code,
      detail,
      requestId: 'r7',
      errors: [],
    },
  });
  const sent = () =>
    phone.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ method, url, data }) => [method, url, JSON.parse(data ?? '{}')]);
  const open = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <BoardsAdminPage />
      </QueryClientProvider>,
    );

  beforeEach(() => {
    phone.reset();
    queryClient.clear();
    beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
    boards = [board('guidance', '就业指导', 10), board('notices', '通知公告', 20, false)];
    phone.answer = ({ url, method, data }) => {
      const body = JSON.parse(data ?? '{}');
      if (method === 'PATCH') {
        const slug = url.split('/').pop();
        boards = boards
          .map((one) => (one.slug === slug ? { ...one, ...body } : one))
          .sort((x, y) => x.position - y.position);
        return { statusCode: 200, data: boards.find((one) => one.slug === slug) };
      }
      if (method === 'POST') return problem(409, 'board.slug-taken', '这个标识已经有了');
      return { statusCode: 200, data: { items: boards } };
    };
  });

  it('sends visitors to sign in and asks the server nothing', () => {
    endSession();
    open();
    expect(screen.getByText('登录后管理栏目')).toBeTruthy();
    expect(phone.requests).toEqual([]);
  });

  it('tells everybody else that it is for admins', async () => {
    phone.answer = () => problem(403, 'action.forbidden', '没有权限');
    open();
    expect(await screen.findByText('只有管理员能管理栏目')).toBeTruthy();
    expect(screen.queryByText('添加栏目')).toBeNull();
  });

  it('says what switching off means before it does it', async () => {
    open();
    fireEvent.click(await screen.findByRole('switch', { name: '开放就业指导' }));
    expect(await screen.findByText(/读者看不到这个栏目，搜索也搜不到；内容还在/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(screen.queryByText(/搜索也搜不到/)).toBeNull());
    expect(sent()).toEqual([]);

    fireEvent.click(screen.getByRole('switch', { name: '开放就业指导' }));
    fireEvent.click(await screen.findByRole('button', { name: '关掉' }));
    await waitFor(() =>
      expect(screen.getByRole('switch', { name: '开放就业指导' }).getAttribute('aria-checked')).toBe('false'),
    );
    expect(sent()).toEqual([['PATCH', '/api/v1/admin/boards/guidance', { enabled: false }]]);
  });

  it('switches on without a question', async () => {
    open();
    fireEvent.click(await screen.findByRole('switch', { name: '开放通知公告' }));
    await waitFor(() =>
      expect(sent()).toEqual([['PATCH', '/api/v1/admin/boards/notices', { enabled: true }]]),
    );
  });

  it('moves a board and shows the new order', async () => {
    open();
    await screen.findByText('就业指导');
    fireEvent.click(screen.getAllByRole('button', { name: '下移' })[0] as HTMLElement);
    await waitFor(() =>
      expect(screen.getAllByRole('switch').map((one) => one.getAttribute('aria-label'))).toEqual([
        '开放通知公告',
        '开放就业指导',
      ]),
    );
  });

  it('checks a new name beside its field and sends it once it fits', async () => {
    open();
    await screen.findByText('就业指导');
    fireEvent.click(screen.getAllByRole('button', { name: '修改' })[0] as HTMLElement);
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '指' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('至少 2 个字')).toBeTruthy();
    expect(sent()).toEqual([]);
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '求职攻略' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('求职攻略')).toBeTruthy();
    expect(sent()).toEqual([['PATCH', '/api/v1/admin/boards/guidance', { name: '求职攻略' }]]);
  });

  it('shows beside the field that a slug is taken, and keeps what was typed', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '添加栏目' }));
    fireEvent.click(screen.getByRole('button', { name: '添加' }));
    expect(await screen.findByText('栏目标识的格式不对')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '基层就业' } });
    fireEvent.change(screen.getByLabelText('标识'), { target: { value: 'guidance' } });
    fireEvent.click(screen.getByRole('button', { name: '添加' }));
    expect(await screen.findByText('这个标识已经有了')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('基层就业');
    expect(sent()).toEqual([
      [
        'POST',
        '/api/v1/admin/boards',
        {
          name: '基层就业',
          slug: 'guidance',
          kind: 'article',
          sourceRequired: false,
          consentRequired: false,
          review: 'direct',
          strip: false,
          colour: 'teal',
          position: 30,
          enabled: true,
        },
      ],
    ]);
  });

  const chosen = () =>
    screen
      .getAllByRole('radio')
      .filter((one) => one.getAttribute('aria-checked') === 'true')
      .map((one) => one.getAttribute('aria-label'));

  it('sends the rules that an edit changes, and no others', async () => {
    open();
    fireEvent.click((await screen.findAllByRole('button', { name: '修改' }))[0] as HTMLElement);
    expect(chosen()).toEqual(['青']);
    fireEvent.click(screen.getByRole('switch', { name: '须写来源' }));
    expect(screen.getByText('不写来源发布不了；以前发布的不受影响')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '灰' }));
    expect(chosen()).toEqual(['灰']);
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(sent()).toEqual([
        ['PATCH', '/api/v1/admin/boards/guidance', { sourceRequired: true, colour: 'slate' }],
      ]),
    );
    expect(await screen.findByText('须写来源')).toBeTruthy();
  });

  it.each([
    ['第二人审核', 'second-person', '自己的由别人审'],
    ['老师审核', 'teacher', '由老师看过'],
  ])('lets a board be reviewed: %s', async (text, review, hint) => {
    open();
    fireEvent.click((await screen.findAllByRole('button', { name: '修改' }))[0] as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: '审核，直接发布' }));
    fireEvent.click(screen.getByRole('checkbox', { name: text }));
    expect(await screen.findByText(new RegExp(hint))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(sent()).toEqual([['PATCH', '/api/v1/admin/boards/guidance', { review }]]));
  });

  it('closes an edit that changes nothing without a request', async () => {
    open();
    fireEvent.click((await screen.findAllByRole('button', { name: '修改' }))[0] as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent()).toEqual([]);
  });

  it('says which rule the server refuses, beside it', async () => {
    const answer = phone.answer;
    phone.answer = (request) => {
      if (request.method !== 'PATCH') return answer(request);
      const { data, statusCode } = problem(400, 'request.invalid', '填写有误');
      return { statusCode, data: { ...data, errors: [{ path: 'colour', message: '不在可选范围内' }] } };
    };
    open();
    fireEvent.click((await screen.findAllByRole('button', { name: '修改' }))[0] as HTMLElement);
    fireEvent.click(screen.getByRole('radio', { name: '红' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    const message = await screen.findByText('不在可选范围内');
    expect(message.closest('.fd')?.textContent).toContain('颜色');
    expect(chosen()).toEqual(['红']);
  });

  it('lets an admin say who looks at pieces before readers do', async () => {
    open();
    fireEvent.click((await screen.findAllByRole('button', { name: '修改' }))[0] as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: '审核，直接发布' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '老师审核' }));
    expect(screen.getByText('由老师看过，读者才看到')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.[2]).toEqual({ review: 'teacher' });
  });

  it('offers and sends only the rules that the kind has', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '添加栏目' }));
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '心理咨询' } });
    fireEvent.change(screen.getByLabelText('标识'), { target: { value: 'counsel' } });
    fireEvent.click(screen.getByRole('switch', { name: '须写来源' }));
    fireEvent.click(screen.getByRole('switch', { name: '上首页' }));
    fireEvent.click(screen.getByRole('button', { name: '类型，文章' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '问答' }));
    expect(screen.queryByRole('switch', { name: '须写来源' })).toBeNull();
    expect(screen.queryByRole('switch', { name: '上首页' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '红' }));
    expect(screen.queryByRole('button', { name: /^审核，/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '添加' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.[2]).toEqual({
      name: '心理咨询',
      slug: 'counsel',
      kind: 'thread',
      sourceRequired: false,
      consentRequired: false,
      review: 'direct',
      strip: false,
      colour: 'red',
      position: 30,
      enabled: true,
    });
  });
});
