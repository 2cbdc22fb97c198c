import { createClient } from '@qihang/shared/contract/client';
import { myDataContract } from '@qihang/shared/my-data/contract';
import type { PostFate } from '@qihang/shared/my-data/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { endSession } from '@/platform/session';
import { transport } from '@/platform/transport';

const api = createClient(myDataContract, transport);
const dataKey = ['me', 'data'];
const closureKey = ['me', 'closure'];

/** What is stored about me; never kept on the phone. */
export const useMyData = (enabled: boolean) =>
  useQuery({ queryKey: dataKey, queryFn: () => api.show({}), enabled });

/** The export as the text of a file. */
export const useExport = () =>
  useMutation({ mutationFn: async () => `${JSON.stringify(await api.export({}), null, 2)}\n` });

/** When the account will be erased; null when it is not being closed. */
export const useClosure = (enabled: boolean) =>
  useQuery({
    queryKey: closureKey,
    queryFn: () =>
      api.closure({}).catch((error) => {
        if (asApiError(error).code === 'resource.not-found') return null;
        throw error;
      }),
    enabled,
    staleTime: 0,
  });

export const useLeave = () =>
  useMutation({
    mutationFn: (posts: PostFate) => api.leave({ body: { posts } }),
    // Here and not at the call: the form is gone as soon as nobody is signed in.
    onSuccess: () => {
      endSession();
      toast('账号已停用，七天内登录可以撤销');
      open('me');
    },
  });

export function useComeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.comeBack({}),
    onSuccess: () => {
      toast('欢迎回来，账号已恢复');
      open('me');
      // Everything was answered as to a visitor until now.
      client.resetQueries();
    },
  });
}
