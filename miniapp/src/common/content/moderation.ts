import { createClient } from '@qihang/shared/contract/client';
import { moderationContract } from '@qihang/shared/moderation/contract';
import {
  type HideReason,
  hideReasonNames,
  hideReasons,
  type ModerationTarget,
} from '@qihang/shared/moderation/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

export const hideReasonChoices = hideReasons.map((value) => ({ value, text: hideReasonNames[value] }));

const api = createClient(moderationContract, transport);

/** Hiding and restoring one thing, and muting its author; everything below `root` is read again afterwards. */
export function useModeration(type: ModerationTarget, id: string, root: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: [root] });
  const target = { type, id };
  const hide = useMutation({
    mutationFn: ({ reason, note }: { reason: HideReason; note: string }) =>
      api.hide({ body: { target, reason, note } }),
    onSuccess,
  });
  const restore = useMutation({
    mutationFn: (note: string) => api.restore({ body: { target, note } }),
    onSuccess,
  });
  const mute = useMutation({
    mutationFn: ({ days, reason }: { days: number; reason: string }) =>
      api.mute({ body: { target, days, reason } }),
  });
  const unmute = (muteId: string) => api.lift({ params: { id: muteId }, body: { note: '刚才点错了' } });
  return { hide, restore, mute, unmute };
}
