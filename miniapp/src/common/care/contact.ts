import { careContract } from '@qihang/shared/care/contract';
import { createClient } from '@qihang/shared/contract/client';
import { useQuery } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(careContract, transport);

/** Whom a person in distress may turn to; asked for while `wanted`, and kept on the phone for when there is no network. */
export const useCareContact = (wanted: boolean) =>
  useQuery({
    queryKey: ['care'],
    queryFn: () => api.show({}),
    enabled: wanted,
    meta: { keep: true },
  }).data;
