import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endSession } from '@/platform/session';
import { api, meKey } from './hooks';

const sessionsKey = ['me', 'sessions'];

export const useSessions = (enabled: boolean) =>
  useQuery({ queryKey: sessionsKey, queryFn: () => api.sessions({}), enabled });

export function useSetPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current?: string; next: string }) => api.setPassword({ body }),
    // Whether there is one, and that the other sessions are over.
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
}

/** Unlike signing out here, this is for the server to do: it fails when the server cannot be told. */
export const useSignOutEverywhere = () =>
  useMutation({ mutationFn: () => api.endAll({}), onSuccess: endSession });
