import { createClient } from '@qihang/shared/contract/client';
import { weeklyContract } from '@qihang/shared/weekly/contract';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';
import { root } from '../hooks';

const api = createClient(weeklyContract, transport);

/** Below the jobs, so that a job saved here is shown as saved at once. */
export const useWeekly = () =>
  useQuery({
    queryKey: [root, 'weekly'],
    queryFn: () => api.show({}),
    enabled: useSession(({ token }) => token !== null),
    meta: { keep: true },
  });
