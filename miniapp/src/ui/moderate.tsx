import type { HideReason, ModerationTarget } from '@qihang/shared/moderation/vocabulary';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { hideReasonChoices, useModeration } from '@/platform/moderation';
import { ReasonSheet } from './reason-sheet';

interface Props {
  type: ModerationTarget;
  id: string;
  /** First word of the queries that show it. */
  root: string;
  /** What it is, in words: 岗位. */
  noun: string;
  /** Which of the two questions is open. */
  asking: 'hide' | 'restore' | null;
  onClose: () => void;
}

/** Hiding and restoring anything a moderator may: asks for the reason, does it, says so. */
export function Moderate({ type, id, root, noun, asking, onClose }: Props) {
  const { hide, restore } = useModeration(type, id, root);
  const finish = (text: string) => ({
    onSuccess: () => {
      onClose();
      toast(text);
    },
  });
  return (
    <>
      <ReasonSheet
        open={asking === 'hide'}
        title="为什么隐藏"
        reasons={hideReasonChoices}
        hint="选填，发布人会看到"
        submitText={`隐藏${noun}`}
        loading={hide.isPending}
        error={hide.error ? asApiError(hide.error).message : undefined}
        onSubmit={(reason, note) =>
          hide.mutate({ reason: reason as HideReason, note }, finish('已隐藏，读者看不到了'))
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
    </>
  );
}
