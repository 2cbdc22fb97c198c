import type { Thread } from '@qihang/shared/threads/contract';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useBoardsOf } from '@/common/boards/boards';
import { PieceMarks } from '@/common/content/piece-marks';
import { ReportAct } from '@/common/reports/report-act';
import { LinkedText } from '@/common/text/linked-text';
import { MarkedText } from '@/common/text/marks';
import { open } from '@/platform/navigation';
import { a11y } from '@/ui/a11y';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Note } from '@/ui/note';
import { Tag } from '@/ui/tag';
import { authorWords, stateTag } from '../words';
import { EditedLine } from './edited-line';
import { paragraphs } from './paragraphs';
import { PieceBanner } from './piece-banner';
import './question-card.scss';
import { ThreadClock } from './thread-clock';

interface Props {
  thread: Thread;
  now: Date;
  /** The clock stands beside it. */
  aside: boolean;
  onReport: () => void;
}

/** The question in full. */
export function QuestionCard({ thread, now, aside, onReport }: Props) {
  const tag = stateTag(thread, now);
  const boards = useBoardsOf('thread') ?? [];
  const boardName = boards.length > 1 && boards.find(({ slug }) => slug === thread.board)?.name;
  const { author } = thread;
  return (
    <Card className="tv-card">
      <PieceBanner
        type="thread"
        piece={thread}
        now={now}
        onEdit={() => open('editThread', { id: thread.id })}
      />
      <View className="row tv-who">
        <Avatar name={author.name} anonymous={author.anonymous} />
        <View className="grow">
          <Text className="tv-n">{authorWords(author)}</Text>
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
      <PieceMarks piece={thread}>
        <Text className="tv-t" userSelect {...a11y({ role: 'heading' })}>
          <MarkedText text={thread.title} />
        </Text>
        {paragraphs(thread.body).map((text, at) => (
          <LinkedText key={at} className="tv-q" text={text} />
        ))}
      </PieceMarks>
      <EditedLine piece={thread} now={now} onOpen={() => open('pastWords', { id: thread.id })} />
      {thread.outdated && (
        <View className="tv-note">
          <Note icon="clock" text="问答超过一年了，政策可能已经变了，照做之前请再核实" />
        </View>
      )}
      {!aside && <ThreadClock thread={thread} now={now} />}
      <ClosedNote thread={thread} />
      {thread.viewer.can.includes('report') && <ReportAct noun="问题" onTap={onReport} />}
    </Card>
  );
}

const closedHeads = {
  asker: '提问者关闭了这个问题',
  moderator: '这个问题不再收新回答',
  merge: '这个问题和另一个合并了',
} as const;

/** Why there is no place to write an answer, and where it went on. */
function ClosedNote({ thread: { closed } }: Pick<Props, 'thread'>) {
  if (closed === null) return null;
  const { by, reason, into } = closed;
  const text = reason === '' ? closedHeads[by] : `${closedHeads[by]}：${reason}`;
  return (
    <View className="tv-note">
      <Note
        text={into ? `${text}。接着看「${into.title}」` : text}
        {...(into ? { action: { text: '去看', onTap: () => open('thread', { id: into.id }) } } : {})}
      />
    </View>
  );
}
