import { createClient } from '@qihang/shared/contract/client';
import { jobWritingContract } from '@qihang/shared/jobs/writing';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';
import { root } from '../hooks';
import { draftOf, type JobForm } from './job-form';

const api = createClient(jobWritingContract, transport);

/** Reads a pasted announcement into drafts. */
export const useParseText = () =>
  useMutation({ mutationFn: (text: string) => api.parse({ body: { text } }) });

const pause = 800;

/** A value once it has stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The published job that is most like this one, once employer and title are written. */
export function useDuplicate(form: JobForm, except: string | undefined) {
  const signedIn = useSession(({ token }) => token !== null);
  const written = useSettled(JSON.stringify(draftOf(form)));
  const job = JSON.parse(written) as ReturnType<typeof draftOf>;
  return useQuery({
    queryKey: [root, 'similar', written, except],
    queryFn: () => api.similar({ body: { job, ...(except === undefined ? {} : { except }) } }),
    enabled: signedIn && job.title.trim().length > 1 && job.company.trim().length > 1,
    placeholderData: (before) => before,
  }).data?.items[0];
}

/** Says of majors that the school's catalogue does not know what becomes of them; undefined while all are known. */
export function useUnknownMajors(majors: readonly string[]): string | undefined {
  const signedIn = useSession(({ token }) => token !== null);
  const name = useSettled(majors.join('\n')).split('\n').filter(Boolean);
  const { data } = useQuery({
    queryKey: [root, 'majors-meant', name],
    queryFn: () => api.majorsMeant({ query: { name } }),
    enabled: signedIn && name.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const unknown = data?.items.filter(({ known, name: written }) => !known && majors.includes(written)) ?? [];
  if (unknown.length === 0) return undefined;
  return `专业目录里没有${unknown.map((one) => `“${one.name}”`).join('、')}：照原样显示，但推荐不到对口的同学`;
}
