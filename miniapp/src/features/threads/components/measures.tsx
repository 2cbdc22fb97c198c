import type { Thread } from '@qihang/shared/threads/contract';
import { measureLimits } from '@qihang/shared/threads/measures';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useBoardsOf } from '@/common/boards/boards';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Chip } from '@/ui/filter-bar';
import { AreaField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { SearchField } from '@/ui/search-bar';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useMeasures, useMergeChoices } from '../measures-hooks';
import './measures.scss';

/** Words of `viewer.can` that open a sheet here. */
export const measureActs = ['lock', 'unlock', 'move', 'merge'] as const;
export type MeasureAct = (typeof measureActs)[number];

/** What they are called in the menu of a question. */
export const measureItems = {
  lock: { icon: 'lock', text: '锁定，不再收回答' },
  unlock: { icon: 'undo', text: '解除锁定' },
  move: { icon: 'send', text: '移到别的栏目' },
  merge: { icon: 'copy', text: '合并到另一个问题' },
} as const;

interface Props {
  thread: Pick<Thread, 'id' | 'title' | 'board'>;
  /** Which of the sheets is open. */
  asking: MeasureAct | null;
  onClose: () => void;
}

const failure = (error: Error | null) => (error ? asApiError(error).message : undefined);

/** The measures on a question, each with a reason that everybody reads who opens it. */
export function Measures({ thread, asking, onClose }: Props) {
  const { lock, unlock, move, merge } = useMeasures(thread.id);
  const finish = (text: string) => ({
    onSuccess: () => {
      onClose();
      toast(text);
    },
  });
  return (
    <>
      <ReasonSheet
        open={asking === 'lock'}
        title="为什么锁定"
        hint="打开这个问题的人都会看到"
        max={measureLimits.reason}
        submitText="锁定问题"
        loading={lock.isPending}
        error={failure(lock.error)}
        onSubmit={(_, reason) => lock.mutate(reason, finish('已锁定，不再收回答'))}
        onClose={onClose}
      />
      <ReasonSheet
        open={asking === 'unlock'}
        title="为什么解除锁定"
        hint="会记入操作记录"
        max={measureLimits.reason}
        submitText="解除锁定"
        loading={unlock.isPending}
        error={failure(unlock.error)}
        onSubmit={(_, reason) => unlock.mutate(reason, finish('已解除锁定，可以接着回答'))}
        onClose={onClose}
      />
      <MoveSheet
        open={asking === 'move'}
        from={thread.board}
        loading={move.isPending}
        error={failure(move.error)}
        onSubmit={(board, reason) => move.mutate({ board, reason }, finish('已移过去，由那边的骨干回答'))}
        onClose={onClose}
      />
      <MergeSheet
        open={asking === 'merge'}
        thread={thread}
        loading={merge.isPending}
        error={failure(merge.error)}
        onSubmit={(into, reason) => merge.mutate({ into, reason }, finish('已合并，原来的回答还能看'))}
        onClose={onClose}
      />
    </>
  );
}

interface SheetProps {
  open: boolean;
  loading: boolean;
  error: string | undefined;
  onSubmit: (chosen: string, reason: string) => void;
  onClose: () => void;
}

/** What both sheets hold; every opening begins empty. */
function useChosen(open: boolean, reasonAtFirst: string) {
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  useEffect(() => {
    if (!open) return;
    setChosen('');
    setReason(reasonAtFirst);
  }, [open, reasonAtFirst]);
  const words = reason.trim();
  const ready = chosen !== '' && words !== '' && words.length <= measureLimits.reason;
  return { chosen, setChosen, reason, setReason, words, ready };
}

function MoveSheet({ open, from, loading, error, onSubmit, onClose }: SheetProps & { from: string }) {
  const boards = (useBoardsOf('thread') ?? []).filter(({ slug }) => slug !== from);
  const { chosen, setChosen, reason, setReason, words, ready } = useChosen(open, '');
  return (
    <Sheet
      open={open}
      title="移到别的栏目"
      onClose={onClose}
      footer={
        <Button
          text="移过去"
          look="main"
          grow
          disabled={!ready}
          loading={loading}
          onTap={() => onSubmit(chosen, words)}
        />
      }
    >
      {boards.length === 0 ? (
        <Text className="meta">没有别的问答栏目</Text>
      ) : (
        <View className="cs">
          {boards.map(({ slug, name }) => (
            <Chip key={slug} text={name} on={chosen === slug} onTap={() => setChosen(slug)} />
          ))}
        </View>
      )}
      <AreaField
        label="理由"
        required
        value={reason}
        max={measureLimits.reason}
        placeholder="会记入操作记录"
        hint="按那个栏目的规矩处理；还没回答的，由那边的人接着回答"
        error={error}
        onChange={setReason}
      />
    </Sheet>
  );
}

function MergeSheet({
  open,
  thread,
  loading,
  error,
  onSubmit,
  onClose,
}: SheetProps & { thread: Props['thread'] }) {
  const [words, setWords] = useState(thread.title);
  const choices = useMergeChoices(thread.id, words, open);
  const { chosen, setChosen, reason, setReason, words: why, ready } = useChosen(open, '问的是同一件事');
  return (
    <Sheet
      open={open}
      title="合并到哪个问题"
      onClose={onClose}
      footer={
        <Button
          text="合并过去"
          look="main"
          grow
          disabled={!ready}
          loading={loading}
          onTap={() => onSubmit(chosen, why)}
        />
      }
    >
      <View className="row ms-q">
        <SearchField
          hint="找问题，如 三方 应届"
          value={words}
          onChange={setWords}
          onSearch={() => undefined}
        />
      </View>
      {choices.data?.length === 0 && <Text className="meta">没有找到像的问题，换几个字</Text>}
      {choices.error && <Text className="meta">没能取到问题，检查网络后换几个字再试</Text>}
      {choices.data?.map((one) => (
        <Tap
          key={one.id}
          className={cx('ms-c', chosen === one.id && 'ms-on')}
          role="checkbox"
          checked={chosen === one.id}
          label={one.title}
          onTap={() => setChosen(one.id)}
        >
          <View className="grow">
            <Text className="ms-t">{one.title}</Text>
            <Text className="cap">{one.answerCount > 0 ? `${one.answerCount} 个回答` : '还没有回答'}</Text>
          </View>
          {chosen === one.id && <Icon name="check" size={20} />}
        </Tap>
      ))}
      <AreaField
        label="理由"
        required
        value={reason}
        max={measureLimits.reason}
        placeholder="打开这个问题的人都会看到"
        hint="这个问题会关闭，原来的回答还能看；关注它的人改为关注那一个"
        error={error}
        onChange={setReason}
      />
    </Sheet>
  );
}
