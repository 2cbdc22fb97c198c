import { boardsContract } from '@qihang/shared/boards/contract';
import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import { createClient } from '@qihang/shared/contract/client';
import { useQuery } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(boardsContract, transport);

/** The visible boards in order, with what this person may do on them. */
export const useBoards = () =>
  useQuery({ queryKey: ['boards'], queryFn: () => api.list({}), meta: { keep: true } });

/** The visible boards of a kind in order; undefined until boards are known. */
export const useBoardsOf = (kind: BoardKind) =>
  useBoards().data?.items.filter((board) => board.kind === kind);

/** A visible board, once boards are known. */
export const useBoard = (slug: string | undefined) =>
  useBoards().data?.items.find((board) => board.slug === slug);

/** False once it is known that no board of the kind is open. */
export const useKindOpen = (kind: BoardKind) => useBoardsOf(kind)?.length !== 0;
