import { createClient } from '@qihang/shared/contract/client';
import { mustReadContract } from '@qihang/shared/must-read/contract';
import type { RosterClass } from '@qihang/shared/verification/fields';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';
import { root } from './hooks';

const api = createClient(mustReadContract, transport);

/** I have read it; everything that says so is read again. */
export function useMarkRead(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.read({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [root] }),
  });
}

/** How far a notice was read; never kept on the phone. */
export const useReaders = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ['me', 'readers', id], queryFn: () => api.readers({ params: { id } }), enabled });

/** Who of a class has read it. Each opening is recorded, so nothing is asked by itself a second time. */
export const useReaderNames = (id: string, of: RosterClass, enabled: boolean) =>
  useQuery({
    queryKey: ['me', 'reader-names', id, of],
    queryFn: () => api.names({ params: { id }, query: of }),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The years and classes a notice can go to. */
export const useAudiences = (enabled: boolean) =>
  useQuery({ queryKey: ['me', 'audiences'], queryFn: () => api.audiences({}), enabled });
