import { createClient } from '@qihang/shared/contract/client';
import { digestsContract } from '@qihang/shared/digests/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';

const api = createClient(digestsContract, transport);

const root = 'digests';

export const useGroups = (enabled: boolean) =>
  useQuery({ queryKey: [root, 'groups'], queryFn: () => api.groups({}), enabled });

export const useChoices = (group: string | undefined) =>
  useQuery({
    queryKey: [root, 'choices', group],
    queryFn: () => api.choices({ query: { group: group ?? '' } }),
    enabled: group !== undefined,
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [root] });
}

export function useAddGroup() {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: (name: string) => api.addGroup({ body: { name } }), onSuccess });
}

export function useRemoveGroup() {
  const onSuccess = useRefresh();
  return useMutation({ mutationFn: (id: string) => api.removeGroup({ params: { id } }), onSuccess });
}

type Draft = Parameters<typeof api.create>[0]['body'];

export const useMake = () => useMutation({ mutationFn: (body: Draft) => api.create({ body }) });

/** The digest whose pieces go to another group as well. */
export const useDigest = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'one', id],
    queryFn: () => api.detail({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
  });

export function useMark() {
  const onSuccess = useRefresh();
  const mark = useMutation({
    mutationFn: ({ id, parts }: { id: string; parts: string[] }) =>
      api.markSent({ params: { id }, body: { parts } }),
    onSuccess,
  });
  const unmark = useMutation({ mutationFn: (id: string) => api.unmarkSent({ params: { id } }), onSuccess });
  return { mark, unmark };
}

export const useDigests = (enabled: boolean) =>
  useCursorPages(
    [root, 'list'],
    (cursor) => api.list({ query: { limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { enabled },
  );

export const useReport = (days: number, enabled: boolean) =>
  useQuery({ queryKey: [root, 'report', days], queryFn: () => api.report({ query: { days } }), enabled });

/** What is behind the link of a digest, for everybody. */
export const usePieces = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'pieces', id],
    queryFn: () => api.pieces({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
    meta: { keep: true },
  });
