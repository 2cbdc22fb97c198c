import type { Answer, Thread } from '@qihang/shared/threads/contract';
import type { AnswerAction } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Moderate, type ModerationAct } from '@/common/content/moderate';
import { PieceMarks } from '@/common/content/piece-marks';
import { Reveal } from '@/common/reveal/reveal';
import { LinkedText } from '@/common/text/linked-text';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { type MenuItem, MenuSheet } from '@/ui/menu-sheet';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { root } from '../hooks';
import { useAccept, useUseful } from '../thread-hooks';
import { nameWords } from '../words';
import './answer-card.scss';
import { EditedLine } from './edited-line';
import { paragraphs } from './paragraphs';
import { PieceBanner } from './piece-banner';

interface Props {
  answer: Answer;
  thread: Thread;
  now: Date;
  onReport: () => void;
}

/** An answer: who says it, what it says, and what the reader may do with it. */
export function AnswerCard({ answer, thread, now, onReport }: Props) {
  const { author } = answer;
  const edit = () => open('editAnswer', { id: thread.id, answer: answer.id });
  return (
    <Card className={cx('an', answer.accepted && 'an-best')}>
      {answer.accepted && (
        <View className="an-ribbon">
          <Icon name="check-circle" size={20} />
          <Text>提问者采纳</Text>
        </View>
      )}
      <PieceBanner type="answer" piece={answer} now={now} onEdit={edit} />
      <View className="row an-who">
        <Avatar name={author.name} anonymous={author.anonymous} />
        <View className="grow">
          <Text className="an-n">{nameWords(author)}</Text>
          <DotLine className="cap" parts={[author.about, momentWords(new Date(answer.answeredAt), now)]} />
        </View>
        {author.official && <Tag text="官方答复" tone="solid" icon="shield" />}
      </View>
      <PieceMarks piece={answer}>
        {paragraphs(answer.body).map((text, at) => (
          <LinkedText key={at} className="an-t" text={text} />
        ))}
      </PieceMarks>
      {answer.outdated && (
        <View className="an-old">
          <Tag text="可能过期" tone="grey" icon="clock" />
          <Text className="cap">答了超过一年，照做之前请再核实</Text>
        </View>
      )}
      <View className="an-f">
        <Useful answer={answer} threadId={thread.id} />
        <Accept answer={answer} threadId={thread.id} />
        {answer.viewer.can.includes('report') && (
          <Tap className="an-b" label="举报这个回答" onTap={onReport}>
            <Icon name="flag" size={20} />
            <Text>举报</Text>
          </Tap>
        )}
        <More answer={answer} onEdit={edit} />
        <View className="an-e">
          <EditedLine
            piece={answer}
            now={now}
            onOpen={() => open('pastWords', { id: thread.id, answer: answer.id })}
          />
        </View>
      </View>
    </Card>
  );
}

/** How many people it helped; a tap says so, another takes it back. Visitors sign in first. */
function Useful({ answer, threadId }: { answer: Answer; threadId: string }) {
  const signedIn = useSession(({ token }) => token !== null);
  const useful = useUseful(threadId, answer);
  const { n, mine } = answer.useful;
  if (answer.life !== 'published') return null;
  const may = !signedIn || mine || answer.viewer.can.includes('useful');
  const words = n > 0 ? `有用 ${n}` : '有用';
  const inside = (
    <>
      <Icon name="thumb" size={20} />
      <Text>{words}</Text>
    </>
  );
  // What one may not judge shows how many did, and is no button.
  if (!may) return n > 0 ? <View className="an-b an-b-off">{inside}</View> : null;
  return (
    <Tap
      className={cx('an-b', mine && 'an-b-on')}
      label={mine ? `取消${words}` : words}
      checked={mine}
      onTap={() => (signedIn ? useful.mutate(!mine) : signInFirst())}
    >
      {inside}
    </Tap>
  );
}

function Accept({ answer, threadId }: { answer: Answer; threadId: string }) {
  const accept = useAccept(threadId);
  if (!answer.viewer.can.includes('accept')) return null;
  const acceptThis = async () => {
    if (!(await confirm('采纳这个回答？', '采纳后问题标为已解决，回答会排到最前', '采纳'))) return;
    accept.mutate(answer.id, {
      onSuccess: () => toast('已采纳，谢谢你告诉大家'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  return (
    <Tap className="an-b an-b-on" label="采纳这个回答" onTap={acceptThis}>
      <Icon name="check-circle" size={20} />
      <Text>采纳</Text>
    </Tap>
  );
}

/** What few may do, behind one button. */
function More({ answer, onEdit }: { answer: Answer; onEdit: () => void }) {
  const [asking, setAsking] = useState<'menu' | 'reveal' | ModerationAct | null>(null);
  const { can } = answer.viewer;
  const close = () => setAsking(null);
  const menu: Partial<Record<AnswerAction, MenuItem>> = {
    hide: { icon: 'eye-off', text: '下架这个回答', run: () => setAsking('hide') },
    restore: { icon: 'eye', text: '恢复这个回答', run: () => setAsking('restore') },
    reveal: { icon: 'user', text: '查看匿名身份', run: () => setAsking('reveal') },
    mute: {
      icon: 'minus',
      text: '禁言这个回答的作者',
      run: () => setAsking(can.includes('mute-long') ? 'mute-long' : 'mute'),
    },
  };
  const items = can.flatMap((action) => menu[action] ?? []);
  return (
    <>
      {can.includes('edit') && (
        <Tap className="an-b" label="修改这个回答" onTap={onEdit}>
          <Icon name="pencil" size={20} />
          <Text>修改</Text>
        </Tap>
      )}
      {items.length > 0 && (
        <Tap className="an-b" label="管理这个回答" onTap={() => setAsking('menu')}>
          <Icon name="more" size={20} />
          <Text>管理</Text>
        </Tap>
      )}
      <MenuSheet open={asking === 'menu'} title="管理回答" items={items} onClose={close} />
      <Moderate
        type="answer"
        id={answer.id}
        root={root}
        noun="回答"
        asking={asking === 'menu' || asking === 'reveal' ? null : asking}
        onClose={close}
      />
      <Reveal type="answer" id={answer.id} what="这个回答" open={asking === 'reveal'} onClose={close} />
    </>
  );
}
