import { createClient } from '@qihang/shared/contract/client';
import { moderationContract } from '@qihang/shared/moderation/contract';
import { peopleContract } from '@qihang/shared/people/contract';
import type { Role } from '@qihang/shared/session/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';

const api = createClient(peopleContract, transport);
const moderation = createClient(moderationContract, transport);

const root = 'people';

export interface PeopleFilter {
  q: string;
  role: Role | null;
  muted: boolean;
}

export const usePeople = ({ q, role, muted }: PeopleFilter, enabled: boolean) =>
  useCursorPages(
    [root, 'list', q, role, muted],
    (cursor) =>
      api.list({
        query: {
          limit: pageRows,
          ...(q === '' ? {} : { q }),
          ...(role === null ? {} : { role: [role] }),
          ...(muted ? { muted } : {}),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { enabled },
  );

export const usePerson = (id: string) =>
  useQuery({ queryKey: [root, 'one', id], queryFn: () => api.detail({ params: { id } }) });

/** Terms that end within 60 days. */
export const useEndingTerms = (enabled: boolean) =>
  useQuery({ queryKey: [root, 'terms'], queryFn: () => api.terms({}), enabled });

/** What a person owns; without an id, what I own. */
export const useHoldings = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'holdings', id ?? 'mine'],
    queryFn: () => (id === undefined ? api.ownHoldings({}) : api.holdings({ params: { id } })),
  });

export const useOrphans = () => useQuery({ queryKey: [root, 'orphans'], queryFn: () => api.orphans({}) });

/** Who may take things on all of these boards over. */
export const useHolders = (board: string[]) =>
  useQuery({ queryKey: [root, 'holders', ...board], queryFn: () => api.holders({ query: { board } }) });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [root] });
}

type Grant = Parameters<typeof api.grant>[0]['body'];
type Change = Parameters<typeof api.change>[0]['body'];
type Reassignment = Parameters<typeof api.reassign>[0]['body'];

/** Gives a role for a term, or changes the term of this id. */
export function useSaveTerm(id: string | undefined) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (body: Grant | Change) =>
      'version' in body ? api.change({ params: { id: id ?? '' }, body }) : api.grant({ body }),
    onSuccess,
  });
}

export function useEndTerm() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.end({ params: { id }, body: { reason } }),
    onSuccess,
  });
}

export function useReassign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Reassignment) => api.reassign({ body }),
    // Jobs and questions name who looks after them, wherever they are shown.
    onSuccess: () => client.invalidateQueries(),
  });
}

export type MuteState = 'active' | 'all';

export const useMutes = (state: MuteState) =>
  useCursorPages([root, 'mutes', state], (cursor) =>
    moderation.mutes({ query: { state, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
  );

export function useLift() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      moderation.lift({ params: { id }, body: { note } }),
    onSuccess,
  });
}
