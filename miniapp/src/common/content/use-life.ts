import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askFor } from '@/common/reach/asking';
import { type ApiError, asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { problemsByField } from '@/platform/problems';
import type { IconName } from '@/ui/icon/names';
import type { LifeApi, LifeMove, LifePiece, Schedule } from './life';

export interface LifeAct {
  name: LifeMove | 'schedule' | 'discard';
  icon: IconName;
  text: string;
  run: () => void;
}

interface Around<P> {
  api: LifeApi<P>;
  /** Takes the piece as it is after a move. */
  onMoved: (piece: P) => unknown;
  onDiscarded: () => unknown;
  /** Opens the form, where what keeps a piece from being sent is put right. */
  onMend: () => void;
}

interface Moving {
  name: LifeMove;
  /** It takes back the move just made, and is not offered to be taken back itself. */
  undoing: boolean;
}

const doneWords: Record<LifeMove, (before: LifePiece) => string> = {
  submit: () => '已送审，通过后读者才看得到',
  recall: () => '已撤回，可以接着改',
  publish: ({ life }) => (life === 'withdrawn' ? '已重新发布，读者看得到了' : '已发布，读者看得到了'),
  withdraw: () => '已下架，读者看不到了',
};

/** What is undone in one tap, and by which move. */
const undoneBy: Partial<Record<LifeMove, LifeMove>> = { submit: 'recall', withdraw: 'publish' };

const actWords: Record<LifeAct['name'], { icon: IconName; text: (piece: LifePiece) => string }> = {
  submit: { icon: 'send', text: () => '送审' },
  publish: {
    icon: 'eye',
    text: ({ life }) =>
      life === 'withdrawn' ? '重新发布' : life === 'scheduled' ? '不等了，现在发布' : '发布',
  },
  recall: { icon: 'undo', text: ({ life }) => (life === 'scheduled' ? '取消定时' : '撤回送审') },
  withdraw: { icon: 'eye-off', text: () => '下架' },
  schedule: {
    icon: 'clock',
    text: ({ life }) => (life === 'published' ? '定时下架' : life === 'scheduled' ? '改时间' : '定时发布'),
  },
  discard: { icon: 'close', text: () => '删除草稿' },
};
const order = ['submit', 'publish', 'schedule', 'recall', 'withdraw', 'discard'] as const;

/** Whether the form has to be opened to go on: a field is missing, or a warning of the self-check needs a reason. */
const needsForm = ({ code, fields }: ApiError) => fields.length > 0 || code === 'job.lint-warnings';

/** What the server lets an author do with a piece, each done and said in one tap. */
export function useLife<P extends LifePiece>(
  piece: LifePiece,
  { api, onMoved, onDiscarded, onMend }: Around<P>,
) {
  const request = { params: { id: piece.id } };
  const onError = (error: Error) => {
    const refusal = asApiError(error);
    if (!needsForm(refusal)) return toast(refusal.message);
    toast(refusal.fields[0]?.message ?? refusal.message, { label: '去补上', run: onMend });
  };
  // Said here and not where a move is begun: the row it was begun in may be gone with the move.
  const moving = useMutation({
    mutationFn: ({ name }: Moving) => api[name](request),
    onSuccess: (after, { name, undoing }) => {
      const undo = undoing ? undefined : undoneBy[name];
      const words = doneWords[name](piece);
      if (undo && after.viewer.can.includes(undo))
        toast(words, { label: '撤销', run: () => moving.mutate({ name: undo, undoing: true }) });
      else toast(words);
      return onMoved(after);
    },
    onError,
  });
  const discarding = useMutation({
    mutationFn: () => api.discard(request),
    onSuccess: () => {
      toast('草稿已删除');
      return onDiscarded();
    },
    onError,
  });
  const [planning, setPlanning] = useState(false);
  const planned = useMutation({
    mutationFn: (plan: Partial<Schedule>) => api.schedule({ ...request, body: plan }),
    onSuccess: (after) => {
      setPlanning(false);
      toast('时间定好了');
      return onMoved(after);
    },
    onError: (error) => {
      const { fields } = asApiError(error);
      // What is wrong with the times is said at the times.
      if (!fields.some(({ path }) => path === 'publishAt' || path === 'unpublishAt')) onError(error);
    },
  });
  const plan = ({ publishAt, unpublishAt }: Schedule) => {
    if (piece.life === 'published') return planned.mutate({ unpublishAt });
    if (publishAt !== null) return planned.mutate({ publishAt, unpublishAt });
    setPlanning(false);
    moving.mutate({ name: 'publish', undoing: false });
  };
  const discard = async () => {
    if (await confirm('删除这份草稿？', '删掉以后找不回来', '删除')) discarding.mutate();
  };

  const acts = order
    .filter((name) => piece.viewer.can.includes(name))
    .map((name): LifeAct => {
      const { icon, text } = actWords[name];
      const run = () => {
        if (name === 'discard') return discard();
        if (name === 'schedule') return setPlanning(true);
        if (name === 'submit') askFor('decision');
        moving.mutate({ name, undoing: false });
      };
      return { name, icon, text: text(piece), run };
    });
  return {
    acts,
    busy: moving.isPending || discarding.isPending,
    /** For ScheduleSheet. */
    sheet: {
      open: planning,
      // What may be planned from here needs no further review.
      review: 'direct',
      published: piece.life === 'published',
      plan: piece.schedule ?? { publishAt: null, unpublishAt: null },
      problems: planned.error ? problemsByField(asApiError(planned.error).fields) : {},
      busy: planned.isPending,
      onApply: plan,
      onClose: () => setPlanning(false),
    } as const,
  };
}
