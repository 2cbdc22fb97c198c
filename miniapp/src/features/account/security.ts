import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { meKey, sessionApi } from '@/common/account/me';
import { endSession } from '@/platform/session';

const sessionsKey = ['me', 'sessions'];

export const useSessions = (enabled: boolean) =>
  useQuery({ queryKey: sessionsKey, queryFn: () => sessionApi.sessions({}), enabled });

export function useSetPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current?: string; next: string }) => sessionApi.setPassword({ body }),
    // Whether there is one, and that the other sessions are over.
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
}

/** Unlike signing out here, this is for the server to do: it fails when the server cannot be told. */
export const useSignOutEverywhere = () =>
  useMutation({ mutationFn: () => sessionApi.endAll({}), onSuccess: endSession });
