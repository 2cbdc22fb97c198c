import { createClient } from '@qihang/shared/contract/client';
import { type Follow, followsContract } from '@qihang/shared/follows/contract';
import type { FollowMode } from '@qihang/shared/follows/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { askFor } from '@/common/reach/asking';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';

const api = createClient(followsContract, transport);

type Draft = Parameters<typeof api.add>[0]['body'];
type Followed = Awaited<ReturnType<typeof api.list>>;

const root = 'follows';
const listKey = [root, 'list'];

const useSignedIn = () => useSession(({ token }) => token !== null);

/** What one follows, the newest first. */
export function useFollows(enabled = true) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: listKey,
    queryFn: () => api.list({ query: {} }),
    enabled: signedIn && enabled,
    meta: { keep: true },
  });
}

/** The follow of an employer, however its name is written; null where it is not followed. */
export function useEmployerFollow(company: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: [root, 'employer', company],
    queryFn: async () => (await api.list({ query: { company } })).items[0] ?? null,
    enabled: signedIn,
  });
}

const draftOf = ({ kind, board, company, filter, mode }: Follow): Draft => ({
  kind,
  mode,
  ...(board === null ? {} : { board }),
  ...(company === null ? {} : { company }),
  ...(filter === null ? {} : { filter }),
});

const failed = (error: Error) => toast(asApiError(error).message);

/** Follows, chooses when to be told, and stops, which can be undone. */
export function useFollowing() {
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const show = (change: (items: Follow[]) => Follow[]) => {
    client.setQueryData<Followed>(listKey, (before) => before && { items: change(before.items) });
    return client.invalidateQueries({ queryKey: [root] });
  };
  const put = (follow: Follow) =>
    show((items) =>
      items.some(({ id }) => id === follow.id)
        ? items.map((one) => (one.id === follow.id ? follow : one))
        : [follow, ...items],
    );
  const adding = useMutation({
    mutationFn: (body: Draft) => api.add({ body }),
    onSuccess: put,
    onError: failed,
  });
  const changing = useMutation({
    mutationFn: ({ id, mode }: { id: string; mode: FollowMode }) =>
      api.change({ params: { id }, body: { mode } }),
    onSuccess: put,
    onError: failed,
  });
  const removing = useMutation({
    mutationFn: ({ id }: Follow) => api.remove({ params: { id } }),
    onSuccess: (_, { id }) => show((items) => items.filter((one) => one.id !== id)),
    onError: failed,
  });
  return {
    busy: adding.isPending || changing.isPending || removing.isPending,
    /** Within a tap: WeChat asks for messages only there. A visitor signs in first. */
    follow(draft: Omit<Draft, 'mode'>) {
      if (!signedIn) return signInFirst();
      askFor('digest');
      adding.mutate(
        { ...draft, mode: 'weekly' },
        {
          onSuccess: ({ id }) =>
            toast('已关注，有新的每周日汇总', {
              label: '改成马上提醒',
              run: () => changing.mutate({ id, mode: 'at-once' }),
            }),
        },
      );
    },
    choose(id: string, mode: FollowMode) {
      askFor('digest');
      changing.mutate({ id, mode });
    },
    unfollow(follow: Follow) {
      removing.mutate(follow, {
        onSuccess: () => toast('已取消关注', { label: '撤销', run: () => adding.mutate(draftOf(follow)) }),
      });
    },
  };
}
