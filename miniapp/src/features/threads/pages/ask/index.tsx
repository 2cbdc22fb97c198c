import { askerAlias, threadLimits } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useBoardsOf } from '@/common/boards/boards';
import { CareCard } from '@/common/care/care-card';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { ChoiceField } from '@/ui/form/choice-field';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows } from '@/ui/form/field';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Tap } from '@/ui/tap';
import { useAskForm } from '../../ask-form';
import { BodyField } from '../../components/body-field';
import { CategoryField } from '../../components/category-field';
import { SimilarList } from '../../components/similar-list';
import { TitleField } from '../../components/title-field';
import { VoiceSwitch } from '../../components/voice-switch';
import { useDutyToday } from '../../duty-today';
import { useSimilarThreads } from '../../similar';
import { useCare } from '../../use-care';
import './index.scss';

export default function AskPage() {
  const { title = '', category: askedCategory = '', board: asked } = usePageQuery();
  const boards = useBoardsOf('thread');
  const [chosen, setChosen] = useState(asked);
  const several = boards !== undefined && boards.length > 1;
  // An address may name a board that is closed by now.
  const board = boards ? (boards.find(({ slug }) => slug === chosen) ?? boards[0])?.slug : chosen;
  const { form, category, unverified, muted, send } = useAskForm({
    title,
    category: askedCategory,
    board,
    several,
  });
  const { value: draft, problems, change } = form;
  const now = useNow();
  const similar = useSimilarThreads(draft.title, board);
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const [writingOn, setWritingOn] = useState(false);
  const care = useCare([draft.title, draft.body], 'question');
  const duty = useDutyToday(board, category);
  if (boards?.length === 0)
    return (
      <PageFrame title="提问" section="questions">
        <BoardClosed />
      </PageFrame>
    );

  const goOn = () => {
    setPassedOver([...passedOver, ...similar.map(({ id }) => id)]);
    setWritingOn(true);
  };
  // Nobody is sent to read old questions who should rather be called.
  const isNew = !care.raised && similar.some(({ id }) => !passedOver.includes(id));
  const sendText = !form.signedIn
    ? '登录后发布'
    : unverified
      ? '去认证，再发布'
      : care.raised
        ? '照样发布'
        : draft.anonymous
          ? '匿名发布'
          : '发布问题';
  const footer = care.raised ? (
    <Text>
      {care.contact?.person
        ? `发出后 ${care.contact.person.name} 会先看到，再给同学看`
        : '发出后老师会先看到，再给同学看'}
    </Text>
  ) : duty?.person ? (
    <View className="ask-duty">
      <Icon name="clock" size={20} />
      <Text className="grow">
        今天 {duty.person.name} 值班，{momentWords(new Date(duty.dueAt), now)} 前答复
      </Text>
    </View>
  ) : (
    <Text>{form.saved}</Text>
  );
  return (
    <PageFrame
      title="提问"
      section="questions"
      tallActions
      actions={
        <ActionBar above={footer}>
          <Button
            text={sendText}
            look={care.raised ? 'normal' : 'main'}
            {...(care.raised ? { icon: 'send', tall: true } : {})}
            grow
            loading={form.busy}
            onTap={send}
          />
        </ActionBar>
      }
    >
      <View className="stack">
        <View className="cards">
          {care.contact && <CareCard contact={care.contact} />}
          {unverified && (
            <Card>
              <View className="ask-first">
                <Icon name="shield" size={20} />
                <View className="grow">
                  <Text className="strong">认证后才能发布问题</Text>
                  <Text className="meta ask-line">
                    填学号、姓名和班级邀请码，一分钟。你可以先写，写的内容会留着。
                  </Text>
                </View>
              </View>
            </Card>
          )}
          {muted && (
            <Note
              tone="red"
              icon="alert"
              text={`你被禁言到 ${momentWords(new Date(muted.until), now)}：${muted.reason}。到时间就能发布，写的内容会留着`}
            />
          )}
          <FailureNote failure={form.failure} />
          {several && (
            <FieldRows>
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
            </FieldRows>
          )}
          <Card className="ask-words">
            <TitleField
              value={draft.title}
              error={problems.title}
              onChange={(value) => change({ title: value })}
            />
            {isNew ? (
              <SimilarList threads={similar} typed={draft.title} onGoOn={goOn} />
            ) : (
              similar.length > 0 &&
              !care.raised && (
                <Tap className="cap ask-seen" label="再看一遍相近的问题" onTap={() => setPassedOver([])}>
                  <Text>最相近的 {similar.length} 个已看过，再看一遍</Text>
                </Tap>
              )
            )}
            <BodyField
              label="补充"
              value={draft.body}
              max={threadLimits.body}
              placeholder="你的情况、试过什么、卡在哪里"
              error={problems.body}
              focus={writingOn}
              onChange={(body) => change({ body })}
            />
          </Card>
          <CategoryField
            value={category}
            guessed={draft.category === '' && category !== null}
            error={problems.category && '请选一个分类'}
            onChange={(value) => change({ category: value })}
          />
          <Card className="ask-voice">
            <VoiceSwitch
              icon="eye-off"
              label="匿名提问"
              hint={
                draft.anonymous ? `别人只看到“${askerAlias}”，别处认不出你` : '会显示你的姓名、专业和届别'
              }
              on={draft.anonymous}
              onChange={(anonymous) => change({ anonymous })}
            />
          </Card>
          {draft.anonymous && (
            <Text className="cap ask-line ask-under">名字只有管理员在写明理由后能查，查了会告诉你。</Text>
          )}
          <Text className="cap ask-line ask-under">{form.saved}</Text>
        </View>
      </View>
    </PageFrame>
  );
}
