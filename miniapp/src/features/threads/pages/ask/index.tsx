import { check } from '@qihang/shared/contract/messages';
import { threadDraft } from '@qihang/shared/threads/contract';
import {
  type ThreadCategory,
  threadCategories,
  threadCategoryNames,
  threadLimits,
} from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useKindOpen } from '@/common/boards/boards';
import { asApiError } from '@/platform/api-error';
import { useDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import { open, openInstead, signInFirst, usePageQuery, verifyFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { clockWords } from '@/ui/date-words';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { FieldRows } from '@/ui/form/field';
import { AreaField, TextField } from '@/ui/form/text-field';
import { ListRow } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { useAsk, useSimilarThreads } from '../../hooks';

const categories = threadCategories.map((value) => ({ value, text: threadCategoryNames[value] }));

interface AskDraft {
  title: string;
  body: string;
  category: ThreadCategory | '';
  anonymous: boolean;
}

export default function AskPage() {
  const { title = '', category = '' } = usePageQuery();
  const { draft, change, clear, savedAt, restored } = useDraft<AskDraft>('ask', {
    title,
    body: '',
    category: threadCategories.find((one) => one === category) ?? '',
    anonymous: true,
  });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const signedIn = useSession(({ token }) => token !== null);
  const similar = useSimilarThreads(draft.title);
  const ask = useAsk();
  const boardsOpen = useKindOpen('thread');
  const failure = ask.error ? asApiError(ask.error) : null;

  const edit = (part: Partial<AskDraft>) => {
    setProblems({});
    change(part);
  };
  const send = () => {
    const checked = check(threadDraft, draft);
    if (!checked.ok) {
      setProblems(Object.fromEntries(checked.errors.map(({ path, message }) => [path, message])));
      return;
    }
    if (!signedIn) return signInFirst();
    ask.mutate(checked.value, {
      onSuccess: (thread) => {
        clear();
        toast('问题已提交，有回答会显示在这里');
        openInstead('thread', { id: thread.id });
      },
      onError: (error) => {
        const { code, fields } = asApiError(error);
        if (code === 'verification.required') {
          // Whoever comes back verified finds no refusal that is no longer true.
          ask.reset();
          verifyFirst();
        }
        setProblems(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      },
    });
  };
  if (!boardsOpen)
    return (
      <PageFrame title="提问" section="questions">
        <BoardClosed />
      </PageFrame>
    );
  const status = savedAt
    ? `${clockWords(savedAt)} 已存草稿`
    : restored
      ? '接着上次的草稿'
      : '写的内容会自动存成草稿';
  return (
    <PageFrame
      title="提问"
      section="questions"
      tallActions
      actions={
        <ActionBar above={<Text>{status}</Text>}>
          <Button
            text={signedIn ? '发布问题' : '登录后发布'}
            look="main"
            grow
            loading={ask.isPending}
            onTap={send}
          />
        </ActionBar>
      }
    >
      <View className="stack">
        <View className="cards">
          {failure && failure.fields.length === 0 && <Note tone="red" icon="alert" text={failure.message} />}
          <FieldRows>
            <TextField
              label="问题"
              required
              value={draft.title}
              max={threadLimits.title}
              placeholder="一句话说清，带上关键词"
              error={problems.title}
              onChange={(value) => edit({ title: value })}
            />
            <ChoiceField
              label="分类"
              required
              single
              choices={categories}
              value={draft.category === '' ? [] : [draft.category]}
              error={problems.category && '请选一个分类'}
              onChange={([value]) => edit({ category: value as ThreadCategory })}
            />
            <AreaField
              label="补充"
              value={draft.body}
              max={threadLimits.body}
              placeholder="你的情况、试过什么、卡在哪里"
              error={problems.body}
              onChange={(body) => edit({ body })}
            />
            <SwitchField
              label="匿名"
              on={draft.anonymous}
              hint={draft.anonymous ? '同学只看到一个代号，别处认不出你' : '会显示你的姓名、专业和年级'}
              onChange={(anonymous) => edit({ anonymous })}
            />
          </FieldRows>
          {similar && similar.length > 0 && (
            <Card title="有人问过类似的">
              {similar.slice(0, 3).map((thread) => (
                <ListRow
                  key={thread.id}
                  text={thread.title}
                  note={thread.answerCount > 0 ? `${thread.answerCount} 个回答` : '待回答'}
                  onTap={() => open('thread', { id: thread.id })}
                />
              ))}
            </Card>
          )}
        </View>
      </View>
    </PageFrame>
  );
}
