import { type BoardSetting, boardsContract } from '@qihang/shared/boards/contract';
import { createClient } from '@qihang/shared/contract/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';
import { moved } from './order';

const api = createClient(boardsContract, transport);

type Draft = Parameters<typeof api.create>[0]['body'];
type Change = Parameters<typeof api.update>[0]['body'];

/** Every board in order, also those that are off. */
export const useBoardSettings = (enabled: boolean) =>
  useQuery({ queryKey: ['board-settings'], queryFn: () => api.settings({}), enabled, meta: { keep: true } });

/** Navigation, lists and search all depend on boards: whatever is known is read again when it is next shown. */
function useRefreshAll() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

export function useCreateBoard() {
  const onSettled = useRefreshAll();
  return useMutation({ mutationFn: (body: Draft) => api.create({ body }), onSettled });
}

export function useChangeBoard() {
  const onSettled = useRefreshAll();
  return useMutation({
    mutationFn: ({ slug, ...body }: Change & { slug: string }) => api.update({ params: { slug }, body }),
    onSettled,
  });
}

/** Moves a board one place. Positions are written one by one; if one fails, the list is read as it then stands. */
export function useMoveBoard() {
  const onSettled = useRefreshAll();
  return useMutation({
    mutationFn: async ({ boards, slug, by }: { boards: BoardSetting[]; slug: string; by: -1 | 1 }) => {
      for (const { slug: one, position } of moved(boards, slug, by))
        await api.update({ params: { slug: one }, body: { position } });
    },
    onSettled,
  });
}
