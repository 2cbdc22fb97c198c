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
import { useBoardsOf } from '@/common/boards/boards';
import { toast } from '@/platform/feedback';
import { open, openInstead, usePageQuery } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows } from '@/ui/form/field';
import { AreaField, TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { ListRow } from '@/ui/list-row';
import { PageFrame } from '@/ui/page-frame';
import { useAsk, useSimilarThreads } from '../../hooks';
import { verifyIfRequired } from '../../verify';

const categories = threadCategories.map((value) => ({ value, text: threadCategoryNames[value] }));

interface AskDraft {
  title: string;
  body: string;
  category: ThreadCategory | '';
  anonymous: boolean;
}

export default function AskPage() {
  const { title = '', category = '', board: asked } = usePageQuery();
  const boards = useBoardsOf('thread');
  const [chosen, setChosen] = useState(asked);
  const several = boards !== undefined && boards.length > 1;
  // An address may name a board that is closed by now.
  const board = boards ? (boards.find(({ slug }) => slug === chosen) ?? boards[0])?.slug : chosen;
  const ask = useAsk();
  const form = useForm({
    initial: {
      title,
      body: '',
      category: threadCategories.find((one) => one === category) ?? '',
      anonymous: true,
    } as AskDraft,
    draft: 'ask',
    check: (draft) => check(threadDraft, { ...draft, board }),
    sending: ask,
    signedInOnly: true,
    onSent: (thread, clear) => {
      clear();
      toast('问题已提交，有回答会显示在这里');
      openInstead('thread', { id: thread.id });
    },
    onRefused: (refusal) =>
      several && refusal.code === 'resource.not-found'
        ? { board: '这个栏目暂时关闭，请换一个' }
        : verifyIfRequired(ask.reset)(refusal),
  });
  const { value: draft, problems, change } = form;
  const similar = useSimilarThreads(draft.title, board);
  if (boards?.length === 0)
    return (
      <PageFrame title="提问" section="questions">
        <BoardClosed />
      </PageFrame>
    );
  return (
    <PageFrame
      title="提问"
      section="questions"
      tallActions
      actions={
        <ActionBar above={<Text>{form.saved}</Text>}>
          <Button
            text={form.signedIn ? '发布问题' : '登录后发布'}
            look="main"
            grow
            loading={form.busy}
            onTap={form.send}
          />
        </ActionBar>
      }
    >
      <View className="stack">
        <View className="cards">
          <FailureNote failure={form.failure} />
          <FieldRows>
            {several && (
              <ChoiceField
                label="栏目"
                required
                single
                choices={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
                value={board === undefined ? [] : [board]}
                error={problems.board}
                onChange={([slug]) => {
                  setChosen(slug);
                  change({});
                }}
              />
            )}
            <TextField
              label="问题"
              required
              value={draft.title}
              max={threadLimits.title}
              placeholder="一句话说清，带上关键词"
              error={problems.title}
              onChange={(value) => change({ title: value })}
            />
            <ChoiceField
              label="分类"
              required
              single
              choices={categories}
              value={draft.category === '' ? [] : [draft.category]}
              error={problems.category && '请选一个分类'}
              onChange={([value]) => change({ category: value as ThreadCategory })}
            />
            <AreaField
              label="补充"
              value={draft.body}
              max={threadLimits.body}
              placeholder="你的情况、试过什么、卡在哪里"
              error={problems.body}
              onChange={(body) => change({ body })}
            />
            <SwitchField
              label="匿名"
              on={draft.anonymous}
              hint={draft.anonymous ? '同学只看到一个代号，别处认不出你' : '会显示你的姓名、专业和年级'}
              onChange={(anonymous) => change({ anonymous })}
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
