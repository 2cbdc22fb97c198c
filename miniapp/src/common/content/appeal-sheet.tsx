import { caseLimits } from '@qihang/shared/cases/vocabulary';
import type { Decision } from '@qihang/shared/content/decisions';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { Text } from '@tarojs/components';
import { askFor } from '@/common/reach/asking';
import { asApiError } from '@/platform/api-error';
import { useDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { useAppeal } from './appeal';
import './appeal-sheet.scss';
import { WordsField } from './words-field';

interface Props {
  open: boolean;
  type: ContentType;
  id: string;
  /** First word of the queries that show it. */
  root: string;
  decision: Decision;
  /** Leads to the form in the place of an appeal; undefined where there is nothing to edit. */
  onEdit?: (() => void) | undefined;
  onClose: () => void;
}

/** Asks for the reason of an appeal. There is one for each decision, and another person decides it. */
export function AppealSheet({ open, type, id, root, decision, onEdit, onClose }: Props) {
  const appeal = useAppeal(type, id, root);
  // What is written survives a lost network and a closed sheet.
  const { draft, change, clear } = useDraft(`appeal:${type}:${id}`, { text: '' });
  const { text } = draft;
  const words = text.trim();
  const submit = () => {
    askFor('decision');
    appeal.mutate(words, {
      onSuccess: () => {
        onClose();
        clear();
        toast('申诉已提交，换一个人来看');
      },
    });
  };
  return (
    <Sheet
      open={open}
      title="申诉"
      onClose={onClose}
      footer={
        <>
          {onEdit && (
            <Button
              text="不申诉，去改"
              look="quiet"
              tall
              grow
              onTap={() => {
                onClose();
                onEdit();
              }}
            />
          )}
          <Button
            text="提交申诉"
            look="main"
            grow
            disabled={words.length < 2 || text.length > caseLimits.appeal}
            loading={appeal.isPending}
            onTap={submit}
          />
        </>
      }
    >
      <Text className="meta aps-w">由没审过的人看，一般 1 天内有结果，只能申诉一次。</Text>
      <Text className="aps-q">{`${decision.by}：${decision.note}`}</Text>
      <WordsField
        label="为什么不该这样"
        value={text}
        max={caseLimits.appeal}
        placeholder="说说你的理由，双方都看得到"
        error={appeal.error ? asApiError(appeal.error).message : undefined}
        onChange={(next) => change({ text: next })}
      />
    </Sheet>
  );
}
