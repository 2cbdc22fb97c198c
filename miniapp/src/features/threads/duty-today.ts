import { createClient } from '@qihang/shared/contract/client';
import { dutyContract } from '@qihang/shared/duty/contract';
import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(dutyContract, transport);

/** Who answers what is asked now on a board, and until when; undefined until known, and without a board. */
export const useDutyToday = (board: string | undefined, category: ThreadCategory | null) =>
  useQuery({
    queryKey: ['duty', 'today', board, category],
    queryFn: () =>
      api.today({
        query: {
          ...(board === undefined ? {} : { board }),
          ...(category === null ? {} : { category }),
        },
      }),
    enabled: board !== undefined,
    meta: { keep: true },
  }).data;
