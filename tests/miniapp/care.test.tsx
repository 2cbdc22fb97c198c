import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useCare } from '@/features/threads/use-care';
import { queryClient } from '@/platform/query-client';
import { phone } from './support/taro';

const contact = {
  lines: [{ name: '12356 心理援助热线', about: '全国，24 小时', phone: '12356' }],
  person: null,
  promise: null,
};

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  phone.answer = () => ({ statusCode: 200, data: contact });
});

const writing = (first: string) =>
  renderHook(({ text }) => useCare([text], 'question'), {
    initialProps: { text: first },
    wrapper: ({ children }: PropsWithChildren) => (
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    ),
  });

describe('words that sound like despair, while they are written', () => {
  it('bring whom to call, which stays when they are taken back', async () => {
    const { result, rerender } = writing('');
    rerender({ text: '投了四十多家都没消息，觉得活着没什么意思，不想活了' });
    await waitFor(() => expect(result.current).toEqual({ raised: true, contact }));
    rerender({ text: '简历怎么改' });
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(result.current.raised).toBe(true);
  });

  it('are told from a way of speaking, for which the service is not even asked', async () => {
    jest.useFakeTimers();
    const { result, rerender } = writing('');
    rerender({ text: '自杀式投递有用吗，一天投一百家' });
    await act(() => jest.advanceTimersByTimeAsync(2_000));
    expect(result.current.raised).toBe(false);
    expect(phone.requests).toHaveLength(0);
    jest.useRealTimers();
  });
});
