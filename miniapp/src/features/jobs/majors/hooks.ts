import { useQuery } from '@tanstack/react-query';
import { usePaused } from '@/platform/paused';
import { useSession } from '@/platform/session';
import { jobsApi, jobWritingApi } from '../api';
import { root } from '../hooks';

/** The catalogue of majors, for choosing by category and class. */
export const useMajors = (enabled: boolean) =>
  useQuery({
    queryKey: [root, 'majors'],
    queryFn: () => jobsApi.majors({}),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });

const pause = 800;

/** Says of majors that the school's catalogue does not know what becomes of them; undefined while all are known. */
export function useUnknownMajors(majors: readonly string[]): string | undefined {
  const signedIn = useSession(({ token }) => token !== null);
  const name = usePaused(majors.join('\n'), pause).split('\n').filter(Boolean);
  const { data } = useQuery({
    queryKey: [root, 'majors-meant', name],
    queryFn: () => jobWritingApi.majorsMeant({ query: { name } }),
    enabled: signedIn && name.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const unknown = data?.items.filter(({ known, name: written }) => !known && majors.includes(written)) ?? [];
  if (unknown.length === 0) return undefined;
  return `专业目录里没有${unknown.map((one) => `“${one.name}”`).join('、')}：照原样显示，但推荐不到对口的同学`;
}
