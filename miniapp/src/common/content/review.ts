import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { createClient } from '@qihang/shared/contract/client';
import { moderationContract } from '@qihang/shared/moderation/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { back } from '@/platform/navigation';
import { transport } from '@/platform/transport';

const api = createClient(moderationContract, transport);

interface Reviewed {
  type: ReviewedType;
  id: string;
  /** The version that was read. */
  version: number;
  /** First word of the queries that show it. */
  root: string;
  /** When its author wishes it to come before readers; null for at once. */
  publishAt: string | null;
}

/** Approving and returning one piece; afterwards the way leads back to what waits. */
export function useReview({ type, id, version, root, publishAt }: Reviewed) {
  const client = useQueryClient();
  const target = { type, id };
  // What was decided by another or changed by its author is read again, so that nobody decides on what they have not seen.
  const readAgain = () =>
    Promise.all([root, 'desk'].map((first) => client.invalidateQueries({ queryKey: [first] })));
  const done = (words: string) => {
    toast(words);
    back();
    return readAgain();
  };
  const onError = (error: Error) => {
    const { code, message } = asApiError(error);
    toast(code === 'version.stale' ? '作者刚改过，已换成最新的，请再看一遍' : message);
    return readAgain();
  };
  const approve = useMutation({
    mutationFn: () => api.approve({ body: { target, version } }),
    onSuccess: () => done(publishAt === null ? '已通过，读者看得到了' : '已通过，到时间自动发布'),
    onError,
  });
  const sendBack = useMutation({
    mutationFn: (note: string) => api.return({ body: { target, version, note } }),
    onSuccess: () => done('已退回，作者看得到原因'),
    onError,
  });
  return { approve, sendBack };
}
