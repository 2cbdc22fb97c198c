import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { Revision } from '@qihang/shared/revisions/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { revisionsApi } from '@/common/content/revisions';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';

/** The piece whose versions are shown, as the address of the page names it. */
export interface PieceRef {
  type: ReviewedType;
  id: string;
}

const root = 'revisions';

export const pieceOf = ({ type, id = '' }: Record<string, string>): PieceRef => ({
  type: type === 'post' ? 'post' : 'job',
  id,
});

type Listed = Awaited<ReturnType<ReturnType<typeof revisionsApi>['list']>>;

export const useRevisions = ({ type, id }: PieceRef, enabled: boolean) =>
  useCursorPages<Revision, Listed>(
    [root, 'list', type, id],
    (cursor) =>
      revisionsApi(type).list({
        params: { id },
        query: { limit: pageRows, ...(cursor === undefined ? {} : { cursor }) },
      }),
    { enabled },
  );

export const useRevision = ({ type, id }: PieceRef, rev: number | undefined) =>
  useQuery({
    queryKey: [root, 'detail', type, id, rev],
    queryFn: () => revisionsApi(type).detail({ params: { id, rev: String(rev) } }),
    enabled: rev !== undefined,
  });

/** The change that I have not published yet, and who else is at it. */
export const useWorkingCopies = ({ type, id }: PieceRef, enabled: boolean) =>
  useQuery({
    queryKey: [root, 'copy', type, id],
    queryFn: () => revisionsApi(type).workingCopy({ params: { id } }),
    enabled,
  });

interface Putting {
  rev: number;
  /** The piece's version that was shown. */
  version: number;
  isPublished: boolean;
}

/**
 * Puts a version back. Of what readers see only my unpublished change becomes it, until I publish that; anything else is
 * changed at once.
 */
export function usePutBack({ type, id }: PieceRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ rev, version, isPublished }: Putting) => {
      const api = revisionsApi(type);
      if (!isPublished) {
        await api.restore({ params: { id, rev: String(rev) }, body: { version } });
        return;
      }
      const { values } = await api.detail({ params: { id, rev: String(rev) } });
      await api.saveWorkingCopy({ params: { id }, body: { fields: values, baseVersion: version } });
    },
    // The piece itself may read otherwise now, wherever it is shown.
    onSuccess: () => client.invalidateQueries(),
  });
}
