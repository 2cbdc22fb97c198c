import { createClient } from '@qihang/shared/contract/client';
import { deliveriesContract } from '@qihang/shared/deliveries/contract';
import type { DeliveryState } from '@qihang/shared/deliveries/vocabulary';
import { messageTemplatesContract } from '@qihang/shared/subscriptions/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';
import type { TemplateBody } from './template-form';

const api = createClient(deliveriesContract, transport);
const templatesApi = createClient(messageTemplatesContract, transport);

const deliveriesRoot = 'deliveries';

/** Messages that left the service, the newest first, in all states or one. */
export const useDeliveries = (state: DeliveryState | undefined, enabled: boolean) =>
  useCursorPages(
    [deliveriesRoot, state ?? 'all'],
    (cursor) =>
      api.list({
        query: {
          limit: pageRows,
          ...(state === undefined ? {} : { state }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { enabled },
  );

/** Sends a message again; `again` accepts that it may arrive twice. */
export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, again }: { id: string; again: boolean }) =>
      api.retry({ params: { id }, body: { again } }),
    onSettled: () => client.invalidateQueries({ queryKey: [deliveriesRoot] }),
  });
}

const templatesKey = ['message-templates'];

export const useTemplates = (enabled: boolean) =>
  useQuery({ queryKey: templatesKey, queryFn: () => templatesApi.list({}), enabled, meta: { keep: true } });

export function useSaveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TemplateBody) => templatesApi.save({ body }),
    onSuccess: (templates) => client.setQueryData(templatesKey, templates),
    // Another admin may have saved in between.
    onError: () => client.invalidateQueries({ queryKey: templatesKey }),
  });
}
