import { consentsContract } from '@qihang/shared/consents/contract';
import { type DocumentName, documentNames } from '@qihang/shared/consents/vocabulary';
import { createClient } from '@qihang/shared/contract/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isWeapp } from '@/platform/target';
import { transport } from '@/platform/transport';

const api = createClient(consentsContract, transport);
const mineKey = ['me', 'consents'];

const isDocument = (name: string | undefined): name is DocumentName =>
  documentNames.some((one) => one === name);

/** The document an address names; the user agreement where it names none. */
export const documentOf = (name: string | undefined): DocumentName =>
  isDocument(name) ? name : documentNames[0];

export const useDocument = (name: DocumentName) =>
  useQuery({
    queryKey: ['documents', name],
    queryFn: () => api.document({ params: { name } }),
    meta: { keep: true },
  });

/** The documents, and which of them I agreed to; always asked anew, since it decides whether I may go on. */
export const useConsents = () =>
  useQuery({ queryKey: mineKey, queryFn: () => api.mine({}), staleTime: 0, refetchOnMount: 'always' });

export function useGiveConsents() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (documents: { name: DocumentName; version: string }[]) =>
      api.give({ body: { documents, client: isWeapp ? 'weapp' : 'h5' } }),
    onSuccess: (consents) => client.setQueryData(mineKey, consents),
    // Where a text has just changed, the new version is the one to show.
    onError: () => client.invalidateQueries({ queryKey: mineKey }),
  });
}
