import type { AuditEntry } from '@qihang/shared/audit/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { noFilter, queryOf } from '@/features/audit/filter';
import AuditPage from '@/features/audit/pages/list/index';
import { actWords, changesOf, targetWords, valueWords } from '@/features/audit/words';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 'e1',
  at: '2026-11-20T02:24:00.000Z',
  actor: { id: 'u1', name: '王立群' },
  roles: ['teacher'],
  action: 'moderation.hide',
  target: { type: 'job', id: 'j1', title: '整车热管理工程师' },
  before: { hidden: false, hiddenReason: null },
  after: { hidden: true, hiddenReason: '涉嫌收费或诈骗' },
  reason: '涉嫌收费或诈骗',
  requestId: 'r1',
  ...change,
});

describe('the filter', () => {
  it('counts days back in Shanghai, the present one among them', () => {
    const now = new Date('2026-11-20T17:00:00.000Z');
    expect(queryOf({ ...noFilter, span: 'today' }, now)).toEqual({ from: '2026-11-21' });
    expect(queryOf({ ...noFilter, span: 'week' }, now)).toEqual({ from: '2026-11-15' });
  });

  it('asks for one thing by kind and id, and for nothing that is not chosen', () => {
    const { target, actor } = entry();
    expect(queryOf({ ...noFilter, target, actor }, new Date())).toEqual({
      targetType: 'job',
      targetId: 'j1',
      actor: 'u1',
    });
    expect(queryOf(noFilter, new Date())).toEqual({});
  });
});

describe('the words', () => {
  it('tell of acts and things, also of those that nobody has words for yet', () => {
    expect(targetWords({ type: 'job', id: 'j1', title: null })).toBe('岗位 j1');
    expect(targetWords({ type: 'comet', id: 'c1', title: '彗星' })).toBe('comet“彗星”');
    expect(actWords('comet.launch')).toBe('做了 comet.launch：');
  });

  it('tell of values of every sort', () => {
    const moment = () => '那一刻';
    expect(valueWords(null, moment)).toBe('无');
    expect(valueWords(true, moment)).toBe('是');
    expect(valueWords(['apply', 'body'], moment)).toBe('投递方式、正文');
    expect(valueWords('2026-11-20T02:24:00.000Z', moment)).toBe('那一刻');
    expect(valueWords({ min: 12000, title: '甲' }, moment)).toBe('min 12000，标题 甲');
  });

  it('put what changed before what stayed', () => {
    const { before, after } = {
      before: { slug: 'jobs', name: '招聘' },
      after: { slug: 'jobs', name: '岗位' },
    };
    expect(changesOf({ before, after }).map(({ field }) => field)).toEqual(['name', 'slug']);
  });
});

describe('the page', () => {
  let items: AuditEntry[];
  const asked = () => phone.requests.map(({ url }) => decodeURIComponent(url.split('/api/v1')[1] ?? ''));
  const open = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <AuditPage />
      </QueryClientProvider>,
    );

  beforeEach(() => {
    phone.reset();
    queryClient.clear();
    beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
    items = [entry()];
    phone.answer = () => ({ statusCode: 200, data: { items, nextCursor: null } });
  });
  afterEach(() => {
    cleanup();
    endSession();
  });

  it('says who did what to what and why, and opens the state before and after', async () => {
    open();
    fireEvent.click(await screen.findByLabelText('王立群 下架了岗位“整车热管理工程师”'));
    expect(screen.getByText('王立群 · 就业指导老师')).toBeTruthy();
    expect(screen.getByText('已下架').parentElement?.textContent).toBe('已下架否改为是');
  });

  it('narrows to one person from an entry, and lets go of that again', async () => {
    open();
    fireEvent.click(await screen.findByLabelText('王立群 下架了岗位“整车热管理工程师”'));
    fireEvent.click(screen.getByLabelText('只看这个人'));
    await waitFor(() => expect(asked().at(-1)).toContain('actor=u1'));
    fireEvent.click(await screen.findByLabelText('去掉 王立群'));
    await waitFor(() => expect(screen.queryByLabelText('去掉 王立群')).toBeNull());
  });

  it('tells an empty filter from an empty log', async () => {
    items = [];
    open();
    expect(await screen.findByText('还没有操作记录')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('时间'));
    fireEvent.click(screen.getByLabelText('今天'));
    expect(await screen.findByText('没有符合的记录')).toBeTruthy();
  });

  it('tells who may not read it', async () => {
    const refusal = {
      type: '',
      title: '',
      status: 403,
      code: 'action.forbidden',
      detail: '',
      requestId: 'r',
    };
    phone.answer = () => ({ statusCode: 403, data: refusal });
    open();
    expect(await screen.findByText('只有管理员能查看操作记录')).toBeTruthy();
  });
});
