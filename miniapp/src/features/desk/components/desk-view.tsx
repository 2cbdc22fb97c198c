import type { Desk } from '@qihang/shared/desk/contract';
import { View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { scrollToFirst } from '@/platform/page';
import { StateView } from '@/ui/state-view';
import { openPiece } from '../opening';
import { dueWords, endingWords, feedbackWords, isEndingSoon, numbersOf, officeNumbers } from '../words';
import { DeskActs } from './desk-acts';
import './desk-view.scss';
import { NumberGrid } from './number-grid';
import { OfficeGroups } from './office-groups';
import { PiecesCard } from './pieces-card';
import { RecordCard } from './record-card';
import { TermCard } from './term-card';
import { type Todo, TodoCard } from './todo-card';

interface Props {
  desk: Desk;
  now: Date;
  wide: boolean;
}

/** Everything on the desk: one column on a phone, three on a wide window. */
export function DeskView({ desk, now, wide }: Props) {
  const { term, office, feedback, toAnswer, expiring, record, numbers, viewer } = desk;
  const asks = toAnswer.map(
    ({ id, title, at }): Todo => ({
      key: id,
      title,
      words: dueWords(at, now),
      urgent: Date.parse(at) - now.getTime() <= urgentMs,
      act: '去回答',
      run: () => open('thread', { id }),
    }),
  );
  const said = feedback.map(
    (item): Todo => ({
      key: `${item.type} ${item.id} ${item.kind}`,
      title: item.title,
      words: [feedbackWords(item), item.about].filter(Boolean).join(' · '),
      urgent: false,
      act: item.kind === 'closed' ? '去核实' : '去看',
      run: () => openPiece(item),
    }),
  );
  const ends = expiring.map(
    (item): Todo => ({
      key: `${item.type} ${item.id} ${item.end}`,
      title: item.title,
      words: [endingWords(item, now), item.about].filter(Boolean).join(' · '),
      urgent: isEndingSoon(item, now),
      act: '去看',
      run: () => openPiece(item),
    }),
  );
  const idle = nothingWaits(desk);
  return (
    <View className="dv">
      <View className="dv-n">
        {!wide && term && <TermCard term={term} now={now} />}
        <Numbers desk={desk} now={now} />
        {!wide && <DeskActs can={viewer.can} />}
        {idle && (
          <StateView icon="check-circle" title="今天没有要处理的" text="有要审、要答、要核实的会排在这里" />
        )}
      </View>
      <View className="dv-m">
        {!wide && office && <OfficeGroups desk={desk} can={viewer.can} />}
        <PiecesCard counts={desk} now={now} />
        {ends.length > 0 && (
          <TodoCard
            className="dk-end"
            title="快到期"
            count={numbers.expiring.count}
            items={ends.slice(0, rows)}
          />
        )}
      </View>
      <View className="dv-o">
        {wide && office && <OfficeGroups desk={desk} can={viewer.can} />}
        {asks.length > 0 && (
          <TodoCard
            className="dk-ask"
            title="等我回答"
            count={numbers.answer.count}
            items={asks.slice(0, rows)}
          />
        )}
        {said.length > 0 && (
          <TodoCard className="dk-said" title="读者反馈" count={said.length} items={said.slice(0, rows)} />
        )}
      </View>
      <View className="dv-s">
        {wide && term && <TermCard term={term} now={now} />}
        <RecordCard record={record} now={now} />
      </View>
    </View>
  );
}

/** Rows a card; the rest is behind its page. */
const rows = 5;
const urgentMs = 12 * 3600 * 1000;

const nothingWaits = ({ numbers, unfinished, feedback }: Desk): boolean =>
  unfinished === 0 && feedback.length === 0 && Object.values(numbers).every(({ count }) => count === 0);

/** The office looks after people and what nobody owns; what waits for an answer or a look comes with the cards below. */
function Numbers({ desk, now }: { desk: Desk; now: Date }) {
  const { office, toAnswer, expiring } = desk;
  const { review, answer, verify, expiring: soon } = numbersOf(desk, now);
  const reviewCard = { ...review, onTap: () => open('review') };
  if (office) {
    const { orphans, terms, unverified } = officeNumbers(office, now);
    return (
      <NumberGrid
        numbers={[
          reviewCard,
          { ...orphans, onTap: () => open('orphans') },
          { ...terms, onTap: () => open('people') },
          { ...unverified, onTap: () => open('roster') },
        ]}
      />
    );
  }
  return (
    <NumberGrid
      numbers={[
        reviewCard,
        {
          ...answer,
          onTap: () => (toAnswer.length > 0 ? scrollToFirst('dk-ask') : open('questions')),
        },
        { ...verify, onTap: () => open('myJobs') },
        { ...soon, onTap: () => (expiring.length > 0 ? scrollToFirst('dk-end') : open('myJobs')) },
      ]}
    />
  );
}
