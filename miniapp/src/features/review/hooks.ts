import { type CaseItem, casesContract } from '@qihang/shared/cases/contract';
import type { CaseAction, QueueState } from '@qihang/shared/cases/vocabulary';
import { createClient } from '@qihang/shared/contract/client';
import type { RouteOutput } from '@qihang/shared/contract/route';
import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Why } from '@/common/content/return-sheet';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';

const api = createClient(casesContract, transport);

/** Every query of this feature begins with it. */
const root = 'review';

type QueuePage = RouteOutput<(typeof casesContract)['queue']>;
export type Counts = QueuePage['counts'];

const queueKey = (state: QueueState) => [root, 'queue', state];

export const useQueue = (state: QueueState) =>
  useCursorPages<CaseItem, QueuePage>(
    queueKey(state),
    (cursor) => api.queue({ query: { state, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { keep: true },
  );

/** A case with the text it is about. */
export const useCase = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'case', id],
    queryFn: () => api.detail({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
  });

/** An action, and why. */
export interface Decision extends Why {
  action: CaseAction;
}

/** Reads the queue again, and the case that is open. */
export function useReadQueueAgain() {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: [root] }), [client]);
}

/** What else shows the pieces that a decision moves. */
const shown = ['desk', 'posts', 'jobs', 'threads'];

/** Claims, decisions and what takes them back; lists follow what the server answered. */
export function useCaseMoves(state: QueueState) {
  const client = useQueryClient();
  const readAgain = useReadQueueAgain();
  const readAllAgain = () => {
    for (const first of shown) client.invalidateQueries({ queryKey: [first] });
    return readAgain();
  };
  const change = (with_: (items: CaseItem[]) => CaseItem[]) =>
    client.setQueryData<InfiniteData<QueuePage, string | null>>(
      queueKey(state),
      (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: with_(page.items) })) },
    );
  const replace = (item: CaseItem) => {
    change((items) => items.map((one) => (one.id === item.id ? { ...one, ...item } : one)));
    // Not its version, which goes with the words that were read.
    client.setQueryData<CaseItem>(
      [root, 'case', item.id],
      (known) => known && { ...known, claimedBy: item.claimedBy, viewer: item.viewer },
    );
  };
  const remove = (ids: readonly string[]) => change((items) => items.filter(({ id }) => !ids.includes(id)));

  const claim = useMutation({
    mutationFn: (id: string) => api.claim({ params: { id } }),
    onSuccess: replace,
    onError: readAgain,
  });
  const release = useMutation({
    mutationFn: (id: string) => api.release({ params: { id } }),
    onSettled: readAgain,
  });
  const decide = useMutation({
    mutationFn: ({ id, version, decision }: { id: string; version: number; decision: Decision }) =>
      api.decide({ params: { id }, body: { ...decision, version } }),
    onSuccess: ({ id }) => remove([id]),
    onSettled: readAllAgain,
  });
  const decideMany = useMutation({
    mutationFn: ({
      items,
      decision: { action, reasons, note },
    }: {
      items: readonly CaseItem[];
      decision: Decision;
    }) =>
      api.decideMany({
        body: { action, reasons, note, cases: items.map(({ id, version }) => ({ id, version })) },
      }),
    onSettled: readAllAgain,
  });
  const undo = useMutation({
    mutationFn: (ids: readonly string[]) => Promise.all(ids.map((id) => api.undo({ params: { id } }))),
    onSettled: readAllAgain,
  });
  return { claim, release, decide, decideMany, undo };
}
