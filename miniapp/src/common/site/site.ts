import { createClient } from '@qihang/shared/contract/client';
import { siteContract } from '@qihang/shared/site/contract';
import { useQuery } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(siteContract, transport);

/** Name of the school, and the demo accounts where there are any. */
export const useSite = () =>
  useQuery({
    queryKey: ['site'],
    queryFn: () => api.get({}),
    staleTime: 10 * 60_000,
    meta: { keep: true },
  });
