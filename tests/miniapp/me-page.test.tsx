import type { Me } from '@qihang/shared/session/contract';
import { type PersonAction, personActions } from '@qihang/shared/session/vocabulary';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import MePage from '@/pages/me/index';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const me = (can: PersonAction[]): Me => ({
  name: '陈一鸣',
  studentNo: null,
  hasPassword: false,
  college: '汽车学院',
  verification: 'verified',
  fromRoster: false,
  roles: [{ role: 'graduate', boards: null, endsAt: null }],
  muted: null,
  profile: { major: null, degree: null, graduationYear: null, cities: [], kinds: [] },
  viewer: { can },
});

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <MePage />
    </QueryClientProvider>,
  );

const answerMe = (data: unknown) => {
  phone.answer = ({ url }) => {
    if (/\/me$/.test(url)) return { statusCode: 200, data };
    if (/\/jobs\/mine/.test(url))
      return { statusCode: 200, data: { items: [], nextCursor: null, counts: { all: 3, waiting: 2 } } };
    return { statusCode: 404, data: {} };
  };
};

beforeEach(() => {
  phone.reset();
  queryClient.clear();
});
afterEach(() => endSession());

const rows = (container: HTMLElement) =>
  within(container)
    .getAllByRole('link')
    .flatMap((row) => (row.classList.contains('lr') ? [row.getAttribute('aria-label')?.split('，')[0]] : []));

const everybody = ['社区规范', '搜索', '设置'];
const signedIn = ['消息', '这一周', '我的关注', '截止日历', '求职资料', '身份认证', '我的举报', '消息设置'];
const rowsOf: Partial<Record<PersonAction, string[]>> = {
  'publish-jobs': ['我发布的'],
  'import-jobs': ['批量导入'],
  'send-digests': ['群发包'],
  'see-roster': ['名册'],
  'see-people': ['人员与任期'],
  'see-orphans': ['无主事项', '排班'],
  'see-mutes': ['禁言名单'],
  'see-audit': ['操作记录'],
  'manage-boards': ['栏目管理', '关怀联系方式', '微信模板', '消息发送'],
};

describe('我的', () => {
  it('shows visitors what everybody may open', async () => {
    answerMe({});
    const { container } = show();
    expect(await screen.findByText('还没有登录')).toBeTruthy();
    expect(rows(container)).toEqual(everybody);
  });

  it.each(personActions)('opens its row to those who may %s, whatever their role', async (action) => {
    answerMe(me([action]));
    beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' });
    const { container } = show();
    expect(await screen.findByText('已认证')).toBeTruthy();
    expect(new Set(rows(container))).toEqual(new Set([...(rowsOf[action] ?? []), ...signedIn, ...everybody]));
  });

  it('has a desk with a button for each thing that may be published, and what waits', async () => {
    answerMe(me(['publish-jobs', 'publish-posts']));
    beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' });
    show();
    expect(await screen.findByRole('button', { name: '发布岗位' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '写文章' })).toBeTruthy();
    expect(await screen.findByText('2 个岗位等你处理')).toBeTruthy();
  });

  it('has no desk for those who publish nothing', async () => {
    answerMe(me(['see-roster']));
    beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' });
    show();
    expect(await screen.findByText('名册')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '发布岗位' })).toBeNull();
    expect(screen.queryByRole('button', { name: '写文章' })).toBeNull();
  });

  it('opens from an answer that an earlier version of the program kept', async () => {
    const { viewer: _, ...earlier } = me([]);
    answerMe(earlier);
    beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' });
    const { container } = show();
    expect(await screen.findByText('已认证')).toBeTruthy();
    expect(rows(container)).toEqual([...signedIn, ...everybody]);
  });
});
