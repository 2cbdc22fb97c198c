import type { HideReason, ModerationTarget } from '@qihang/shared/moderation/vocabulary';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { hideReasonChoices, useModeration } from './moderation';
import { MuteSheet } from './mute-sheet';
import { ReasonSheet } from './reason-sheet';

/** `mute-long` may choose longer times. */
export type ModerationAct = 'hide' | 'restore' | 'mute' | 'mute-long';

interface Props {
  type: ModerationTarget;
  id: string;
  /** First word of the queries that show it. */
  root: string;
  /** What it is, in words: 岗位. */
  noun: string;
  /** Which of the questions is open. */
  asking: ModerationAct | null;
  onClose: () => void;
}

/** Hiding, restoring and muting wherever a moderator may: asks for the reason, does it, says so. */
export function Moderate({ type, id, root, noun, asking, onClose }: Props) {
  const { hide, restore, mute, unmute } = useModeration(type, id, root);
  const finish = (text: string) => ({
    onSuccess: () => {
      onClose();
      toast(text);
    },
  });
  const muteAuthor = (days: number, reason: string) =>
    mute.mutate(
      { days, reason },
      {
        onSuccess: ({ id: muteId }) => {
          onClose();
          const undo = () =>
            unmute(muteId)
              .then(() => toast('已撤销禁言'))
              .catch((error) => toast(asApiError(error).message));
          toast(`已禁言 ${days} 天`, { label: '撤销', run: undo });
        },
      },
    );
  return (
    <>
      <ReasonSheet
        open={asking === 'hide'}
        title="为什么下架"
        reasons={hideReasonChoices}
        hint="选填，发布人会看到"
        submitText={`下架${noun}`}
        loading={hide.isPending}
        error={hide.error ? asApiError(hide.error).message : undefined}
        onSubmit={(reason, note) =>
          hide.mutate({ reason: reason as HideReason, note }, finish('已下架，读者看不到了'))
        }
        onClose={onClose}
      />
      <ReasonSheet
        open={asking === 'restore'}
        title="为什么恢复"
        hint="写明核实的结果，会记入日志"
        submitText={`恢复${noun}`}
        loading={restore.isPending}
        error={restore.error ? asApiError(restore.error).message : undefined}
        onSubmit={(_, note) => restore.mutate(note, finish('已恢复，读者看得到了'))}
        onClose={onClose}
      />
      <MuteSheet
        open={asking === 'mute' || asking === 'mute-long'}
        long={asking === 'mute-long'}
        noun={noun}
        loading={mute.isPending}
        error={mute.error ? asApiError(mute.error).message : undefined}
        onSubmit={muteAuthor}
        onClose={onClose}
      />
    </>
  );
}
