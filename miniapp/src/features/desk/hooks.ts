import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { createClient } from '@qihang/shared/contract/client';
import { type DeskPiece, deskContract } from '@qihang/shared/desk/contract';
import type { DeskShow } from '@qihang/shared/desk/vocabulary';
import { jobsContract } from '@qihang/shared/jobs/contract';
import { postsContract } from '@qihang/shared/posts/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LifeApi, LifePiece } from '@/common/content/life';
import { useLife } from '@/common/content/use-life';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { readText, transport } from '@/platform/transport';
import { openForm } from './opening';

const api = createClient(deskContract, transport);

/** Pieces of every kind are led through their life by routes of the same names. */
const lifeApis: Record<ReviewedType, LifeApi<LifePiece>> = {
  job: createClient(jobsContract, transport),
  post: createClient(postsContract, transport),
};

/** Every query of this feature begins with it; what changes pieces elsewhere knows it. */
const root = 'desk';

export const useDesk = (enabled: boolean) =>
  useQuery({ queryKey: [root, 'all'], queryFn: () => api.show({}), enabled, meta: { keep: true } });

export const usePieces = (show: DeskShow) =>
  useCursorPages(
    [root, 'pieces', show],
    (cursor) => api.pieces({ query: { show, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { keep: true },
  );

/** Leads one of my pieces through its life, from a row of the desk. */
export function usePieceLife(piece: DeskPiece) {
  const client = useQueryClient();
  const readAgain = () =>
    Promise.all([root, 'posts', 'jobs'].map((first) => client.invalidateQueries({ queryKey: [first] })));
  return useLife(piece, {
    api: lifeApis[piece.type],
    onMoved: readAgain,
    onDiscarded: readAgain,
    onMend: () => openForm(piece),
  });
}

const mark = '\ufeff';

/** The CSV of my service record. Browsers take its byte order mark away while reading; spreadsheets need it. */
export const useRecordFile = () =>
  useMutation({
    mutationFn: async () => {
      const text = await readText(deskContract.record.path);
      return text.startsWith(mark) ? text : mark + text;
    },
  });

/** Reads the desk and its lists again, whatever is shown of them. */
export function useReadDeskAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [root] });
}
