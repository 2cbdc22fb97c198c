import type { Answer, Thread } from '@qihang/shared/threads/contract';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useBoardsOf } from '@/common/boards/boards';
import { LifeNote } from '@/common/content/life-note';
import { Moderate, type ModerationAct } from '@/common/content/moderate';
import { ReportAct } from '@/common/reports/report-act';
import { LinkedText } from '@/common/text/linked-text';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { a11y } from '@/ui/a11y';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { CourseLine } from '@/ui/course-line';
import { clockWords, momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { root, useAccept } from '../hooks';
import { answerOrder, authorWords, stateTag, tookWords } from '../words';
import { AnswerClock } from './thread-card';
import './thread-view.scss';

interface Props {
  thread: Thread;
  now: Date;
}

const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '');

/** The question in full. */
export function Question({ thread, now, onReport }: Props & { onReport: () => void }) {
  const tag = stateTag(thread, now);
  const boards = useBoardsOf('thread') ?? [];
  const boardName = boards.length > 1 && boards.find(({ slug }) => slug === thread.board)?.name;
  return (
    <Card>
      {thread.hidden && <LifeNote life="hidden" reason={thread.hiddenReason} />}
      <View className="row tv-who">
        <Avatar name={thread.author.name} anonymous={thread.author.anonymous} />
        <View className="grow">
          <Text className="tv-n">{authorWords(thread.author)}</Text>
          <DotLine
            className="cap"
            parts={[
              momentWords(new Date(thread.askedAt), now),
              boardName,
              threadCategoryNames[thread.category],
            ]}
          />
        </View>
        <Tag {...tag} />
      </View>
      <Text className="tv-t" userSelect {...a11y({ role: 'heading' })}>
        {thread.title}
      </Text>
      {paragraphs(thread.body).map((text) => (
        <LinkedText key={text} className="tv-q" text={text} />
      ))}
      <View className="tv-clock">
        <Progress thread={thread} now={now} />
      </View>
      {thread.viewer.can.includes('report') && <ReportAct noun="问题" onTap={onReport} />}
    </Card>
  );
}

/** The answer clock: still running, or how it ended. */
function Progress({ thread, now }: Props) {
  const { askedAt, firstAnsweredAt, state, onDuty } = thread;
  if (firstAnsweredAt === null) return <AnswerClock thread={thread} now={now} />;
  const solved = state === 'solved';
  return (
    <View>
      <CourseLine
        passed={solved ? 1 : 0.5}
        stops={[
          { text: `${clockWords(new Date(askedAt))} 提问`, done: true },
          { text: `首答，${tookWords(askedAt, firstAnsweredAt)}`, done: true },
          { text: solved ? '已解决' : '待采纳', done: solved },
        ]}
      />
      {onDuty !== null && (
        <Text className="tv-duty">
          值班 <Text className="tv-duty-b">{onDuty}</Text>
        </Text>
      )}
    </View>
  );
}

export function Answers({ thread, now, onReport }: Props & { onReport: (answerId: string) => void }) {
  const { answers } = thread;
  if (answers.length === 0)
    return (
      <View className="tv-none">
        <Text>还没有回答。知道的话，写一句也能帮到人</Text>
      </View>
    );
  return (
    <View className="cards">
      <View className="tv-sec">
        <Text className="card-t">{answers.length} 个回答</Text>
        <Text className="cap">{answerOrder(answers)}</Text>
      </View>
      {answers.map((answer) => (
        <AnswerCard
          key={answer.id}
          answer={answer}
          threadId={thread.id}
          now={now}
          onReport={() => onReport(answer.id)}
        />
      ))}
    </View>
  );
}

interface AnswerProps {
  answer: Answer;
  threadId: string;
  now: Date;
  onReport: () => void;
}

function AnswerCard({ answer, threadId, now, onReport }: AnswerProps) {
  const [asking, setAsking] = useState<ModerationAct | null>(null);
  const accept = useAccept(threadId);
  const { can } = answer.viewer;
  const { author } = answer;
  const acceptThis = async () => {
    if (!(await confirm('采纳这个回答？', '采纳后问题标为已解决，回答会排到最前', '采纳'))) return;
    accept.mutate(answer.id, {
      onSuccess: () => toast('已采纳，谢谢你告诉大家'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  return (
    <Card className={cx(answer.accepted && 'tv-best')}>
      {answer.accepted && (
        <View className="tv-ribbon">
          <Icon name="check-circle" size={20} />
          <Text>提问者采纳</Text>
        </View>
      )}
      {answer.hidden && <LifeNote life="hidden" reason={answer.hiddenReason} />}
      <View className="row tv-who">
        <Avatar name={author.name} anonymous={author.anonymous} />
        <View className="grow">
          <Text className="tv-n">{author.anonymous ? authorWords(author) : author.name}</Text>
          <DotLine className="cap" parts={[author.about, momentWords(new Date(answer.answeredAt), now)]} />
        </View>
        {author.official && <Tag text="官方答复" tone="solid" icon="shield" />}
      </View>
      {paragraphs(answer.body).map((text) => (
        <LinkedText key={text} className="tv-a" text={text} />
      ))}
      {can.length > 0 && (
        <View className="tv-ft">
          {can.includes('accept') && (
            <Tap className="tv-b tv-b-on" label="采纳这个回答" onTap={acceptThis}>
              <Icon name="check-circle" size={20} />
              <Text>采纳</Text>
            </Tap>
          )}
          {can.includes('report') && (
            <Tap className="tv-b" label="举报这个回答" onTap={onReport}>
              <Icon name="flag" size={20} />
              <Text>举报</Text>
            </Tap>
          )}
          {can.includes('hide') && (
            <Tap className="tv-b" label="下架这个回答" onTap={() => setAsking('hide')}>
              <Icon name="eye-off" size={20} />
              <Text>下架</Text>
            </Tap>
          )}
          {can.includes('restore') && (
            <Tap className="tv-b" label="恢复这个回答" onTap={() => setAsking('restore')}>
              <Icon name="eye" size={20} />
              <Text>恢复</Text>
            </Tap>
          )}
          {can.includes('mute') && (
            <Tap
              className="tv-b"
              label="禁言这个回答的作者"
              onTap={() => setAsking(can.includes('mute-long') ? 'mute-long' : 'mute')}
            >
              <Icon name="minus" size={20} />
              <Text>禁言</Text>
            </Tap>
          )}
        </View>
      )}
      <Moderate
        type="answer"
        id={answer.id}
        root={root}
        noun="回答"
        asking={asking}
        onClose={() => setAsking(null)}
      />
    </Card>
  );
}
