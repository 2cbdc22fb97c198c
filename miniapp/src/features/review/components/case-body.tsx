import type { CaseDetail, CaseItem } from '@qihang/shared/cases/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useBoards } from '@/common/boards/boards';
import { sumWords } from '@/common/content/paragraphs';
import { waitedWords } from '@/common/content/waited-words';
import { MarkedText, MarksProvider } from '@/common/text/marks';
import { open } from '@/platform/navigation';
import { a11y } from '@/ui/a11y';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { authorWords, kindNames, reportWords } from '../words';
import './case-body.scss';
import { type Marking, PieceText, type TextView } from './piece-text';
import { Segmented } from './segmented';
import { VerdictBox } from './verdict-box';

interface Props {
  item: CaseItem;
  /** Undefined while its text is read. */
  detail: CaseDetail | undefined;
  /** In the place of a text that could not be read. */
  failed: ReactNode;
  now: Date;
  wide: boolean;
  view: TextView;
  onView: (view: TextView) => void;
  marking: Marking | null;
}

const viewNames: Record<TextView, string> = { changes: '只看改动', sides: '并排', all: '全文' };

/** The ways to look at the text of a case, on a phone without the two columns. */
export const viewsOf = (detail: CaseDetail | undefined, wide: boolean): TextView[] => {
  if (!detail?.piece?.changes || detail.piece.changes.length === 0) return ['all'];
  return wide ? ['changes', 'sides', 'all'] : ['changes', 'all'];
};

/** All there is to know before one decides: what it is, what was said of it before, its words, what the machine thinks. */
export function CaseBody({ item, detail, failed, now, wide, view, onView, marking }: Props) {
  const { target, title, author, board, waitingSince, round, lastReturn, reports, appeal, verdict } = item;
  const boards = useBoards().data?.items ?? [];
  const views = viewsOf(detail, wide);
  const piece = detail?.piece;
  const changes = piece?.changes;
  const marks = appeal?.against.marks ?? verdict?.marks ?? [];
  const titleMarks = marks.filter(({ path }) => path === 'title').map(({ quote }) => quote);
  return (
    <View>
      <View className="cd-h">
        <Tag text={kindNames[target.type]} tone="grey" />
        <Text className="meta grow cd-w">{reports ? reportWords(reports) : authorWords(author)}</Text>
        <Text className="meta cd-s">{waitedWords(waitingSince, now)}</Text>
      </View>
      <Text className="cd-t" {...a11y({ role: 'heading' })}>
        <MarksProvider quotes={titleMarks} numbered={false}>
          <MarkedText text={title} />
        </MarksProvider>
      </Text>
      <DotLine
        className="meta"
        parts={[
          boards.find(({ slug }) => slug === board)?.name ?? board,
          reports && authorWords(author),
          round > 1 && `第 ${round} 次送审`,
        ]}
      />
      {item.care && (
        <View className="cd-care">
          <Icon name="user" size={20} />
          <Text className="grow">可能需要关心，已同时通知老师</Text>
        </View>
      )}
      {appeal && <Steps steps={appeal.steps} now={now} />}
      {appeal && (
        <Text className="cd-q" userSelect>
          <Text className="cd-b">申诉理由：</Text>
          {appeal.text}
        </Text>
      )}
      {piece?.within && <Text className="cd-q">{`回答的问题：${piece.within.title}`}</Text>}
      {lastReturn && !appeal && !wide && (
        <Text className="cd-back">
          <Text className="cd-b">上次退回：</Text>
          {`${lastReturn.note}（${lastReturn.by}，${momentWords(new Date(lastReturn.at), now)}）`}
        </Text>
      )}
      {reports?.notes.map((note) => (
        <Text key={note} className="cd-q" userSelect>
          <Text className="cd-b">举报人：</Text>“{note}”
        </Text>
      ))}
      <View className="cd-v">
        <Text className="meta grow">
          {views.length > 1 && changes
            ? sumWords(changes.map(({ path, ...one }) => ({ ...one, field: path })))
            : ''}
        </Text>
        {views.length > 1 && (
          <Segmented
            options={views.map((value) => ({ value, text: viewNames[value] }))}
            value={views.includes(view) ? view : 'all'}
            onChange={onView}
          />
        )}
      </View>
      {piece ? (
        <PieceText piece={piece} view={views.includes(view) ? view : 'all'} marks={marks} marking={marking} />
      ) : piece === null ? (
        <Text className="meta">作者已经删掉了这一条</Text>
      ) : (
        failed || (
          <View className="cd-sk" aria-label="正在取全文">
            <Bone width={100} />
            <Bone width={92} />
            <Bone width={64} />
          </View>
        )
      )}
      {piece && (
        <Tap
          className="cd-open"
          role="link"
          label="看读者看到的样子"
          onTap={() =>
            piece.within
              ? open('thread', { id: piece.within.id })
              : open(pageOf(target.type), { id: target.id })
          }
        >
          <Icon name="eye" size={16} />
          <Text>看读者看到的样子</Text>
        </Tap>
      )}
      {verdict && <VerdictBox verdict={verdict} />}
    </View>
  );
}

const pageOf = (type: CaseItem['target']['type']) => (type === 'answer' ? 'thread' : type);

/** What happened so far, each with its time. */
const Steps = ({ steps, now }: { steps: NonNullable<CaseItem['appeal']>['steps']; now: Date }) => (
  <View className="cd-l">
    {steps.map(({ at, who, what }) => (
      <View key={`${at} ${what}`} className="cd-st">
        <Text className="cd-at">{momentWords(new Date(at), now)}</Text>
        <Text className="grow">{`${who} ${what}`}</Text>
      </View>
    ))}
  </View>
);
