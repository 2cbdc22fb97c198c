import { createClient } from '@qihang/shared/contract/client';
import type { Progress } from '@qihang/shared/jobs/progress';
import { type SavedJob, savesContract } from '@qihang/shared/saves/contract';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { toast } from '@/platform/feedback';
import { useSession } from '@/platform/session';
import { readText, transport } from '@/platform/transport';
import { root } from '../hooks';

const api = createClient(savesContract, transport);

const isJob = (data: object, id: string): data is { viewer: { saved: unknown } } =>
  'id' in data && data.id === id && 'viewer' in data && 'title' in data;

/** The same answer with one job saved otherwise, wherever in it the job stands; itself where it does not. */
export function withSaved<T>(data: T, id: string, saved: Progress | null): T {
  if (typeof data !== 'object' || data === null) return data;
  if (isJob(data, id)) return { ...data, viewer: { ...data.viewer, saved } };
  const before = Object.entries(data);
  const after = before.map(([key, value]) => [key, withSaved(value, id, saved)] as const);
  if (after.every(([, value], index) => value === before[index]?.[1])) return data;
  return (Array.isArray(data) ? after.map(([, value]) => value) : Object.fromEntries(after)) as T;
}

/** Every list shows the star at once; what they were read at stays, so that none counts as fresh. */
function showSaved(client: QueryClient, id: string, saved: Progress | null) {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: [root] })) {
    const data = withSaved(state.data, id, saved);
    if (data !== state.data) client.setQueryData(queryKey, data, { updatedAt: state.dataUpdatedAt });
  }
}

interface Change {
  id: string;
  before: Progress | null;
  /** Null forgets the job. */
  progress: Progress | null;
}

/** Saves a job, moves it on, or forgets it. Shown before the server has answered, and taken back if it refuses. */
export function useKeepJob() {
  const client = useQueryClient();
  return useMutation<unknown, Error, Change>({
    mutationFn: ({ id, progress }) =>
      progress === null ? api.remove({ params: { id } }) : api.save({ params: { id }, body: { progress } }),
    onMutate: ({ id, progress }) => showSaved(client, id, progress),
    onError: (error, { id, before }) => {
      showSaved(client, id, before);
      toast(asApiError(error).message);
    },
    onSettled: () => {
      client.invalidateQueries({ queryKey: [root, 'saved'] });
      client.invalidateQueries({ queryKey: [root, 'calendar'] });
    },
  });
}

const useSignedIn = () => useSession(({ token }) => token !== null);

/** My saved jobs, all or at one step. */
export const useSavedJobs = (progress: Progress | null) =>
  useCursorPages<SavedJob, Awaited<ReturnType<typeof api.list>>>(
    [root, 'saved', progress],
    (cursor) =>
      api.list({
        query: {
          limit: pageRows,
          ...(progress === null ? {} : { progress: [progress] }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { keep: true, enabled: useSignedIn() },
  );

/** Deadlines of my saved jobs for the next three months. */
export const useCalendar = () =>
  useQuery({
    queryKey: [root, 'calendar'],
    queryFn: () => api.calendar({ query: {} }),
    enabled: useSignedIn(),
    meta: { keep: true },
  });

/** The calendar as a file for calendar programs. */
export const readCalendarFile = () => readText(savesContract.calendarFile.path);

const feedKey = [root, 'calendar-feed'];

/** Since when my calendar has a private address. */
export const useFeed = () =>
  useQuery({ queryKey: feedKey, queryFn: () => api.myFeed({}), enabled: useSignedIn() });

function useFeedChange<T>(change: () => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: feedKey }),
  });
}

/** Makes a new private address of the calendar; the one before dies. */
export const useOpenFeed = () => useFeedChange(() => api.openFeed({}));

export const useCloseFeed = () => useFeedChange(() => api.closeFeed({}));
