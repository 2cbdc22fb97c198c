import type { CaseItem } from '@qihang/shared/cases/contract';
import { caseLimits, type QueueState } from '@qihang/shared/cases/vocabulary';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useNow } from '@/platform/clock';
import { back, open as openPage } from '@/platform/navigation';
import { usePullDown } from '@/platform/page';
import { failureWords } from '@/platform/retrying';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { OfflineBar } from '@/ui/offline-bar';
import { Bone } from '@/ui/skeleton';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { type Counts, useReadQueueAgain } from '../hooks';
import { useKeys } from '../keys';
import { besideCase } from '../queue-order';
import { useQueueWork } from '../use-queue';
import { BatchBar } from './batch-bar';
import { CaseCard } from './case-card';
import { CasePanel } from './case-panel';
import './queue-view.scss';
import { UndoToast } from './undo-toast';

interface Props {
  state: QueueState;
  /** The case to begin with. */
  first: string | undefined;
  wide: boolean;
  onCounts: (counts: Counts) => void;
}

const emptyWords: Record<QueueState, { title: string; text: string }> = {
  pending: { title: '都审完了', text: '别人送审的会排在这里；你自己的由别人审' },
  reported: { title: '没有要处理的举报', text: '有人举报时，同一条内容只占一行' },
  appealed: { title: '没有要处理的申诉', text: '你退回或下架的，申诉由别人看' },
  approved: { title: '90 天里没有通过的', text: '通过的记在这里' },
  returned: { title: '90 天里没有退回的', text: '退回的记在这里' },
};
const bones = ['a', 'b', 'c'];

/** How often others' claims and new cases are looked for while the page is open. */
const lookMs = 30_000;

/** One list of the queue, and the case in hand: above the list on a phone, beside it on a wide window. */
export function QueueView({ state, first, wide, onCounts }: Props) {
  const now = useNow(lookMs);
  const work = useQueueWork(state, first, wide);
  const { list, items, open, busy, undoable } = work;
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const readAgain = useReadQueueAgain();
  const counts = list.pages[0]?.counts;
  const decided = state === 'approved' || state === 'returned';
  usePullDown(list.refresh);
  useEffect(() => {
    if (counts) onCounts(counts);
  }, [counts, onCounts]);
  useEffect(() => {
    const timer = setInterval(() => readAgain(), lookMs);
    return () => clearInterval(timer);
  }, [readAgain]);

  const step = (by: 1 | -1) => {
    const next = besideCase(items, open?.id, by);
    if (next) work.choose(next);
  };
  useKeys({
    ...(wide && !decided ? { j: () => step(1), k: () => step(-1) } : {}),
    ...(undoable && !work.undoing ? { z: work.undo } : {}),
  });

  if (list.status === 'loading')
    return (
      <View className="stack" aria-label="正在取要审的">
        <Cards>
          {bones.map((key) => (
            <Card key={key} className="qv-sk">
              <Bone width={40} />
              <Bone width={72} look="title" />
            </Card>
          ))}
        </Cards>
      </View>
    );
  if (list.status === 'failed') {
    const refused = list.error?.code === 'action.forbidden';
    return (
      <StateView
        icon={refused ? 'shield' : list.error?.code === 'network' ? 'wifi-off' : 'alert'}
        title={refused ? '这里由任期内的骨干和老师审核' : '没能取到要审的'}
        text={list.error ? (refused ? list.error.message : failureWords(list.error)) : ''}
        requestId={refused ? undefined : list.error?.requestId}
        actions={
          refused ? (
            <Button text="返回" onTap={() => back()} />
          ) : (
            <Button text="重试" icon="refresh" look="main" onTap={() => list.refresh()} />
          )
        }
      />
    );
  }

  const toast = undoable && (
    <UndoToast undoable={undoable} busy={work.undoing} onUndo={work.undo} onOver={work.forgetUndo} />
  );
  const offline = list.staleSince && (
    <OfflineBar
      age={momentWords(list.staleSince, now)}
      what="队列"
      offline={list.error?.code === 'network'}
      onRetry={() => list.refresh()}
    />
  );
  if (items.length === 0 && !open) {
    const { title, text } = emptyWords[state];
    return (
      <View>
        {offline}
        <StateView
          icon="check-circle"
          title={title}
          text={text}
          actions={<Button text="返回" onTap={() => back()} />}
        />
        {toast}
      </View>
    );
  }

  const choosing = ticked !== null && state === 'pending';
  const tick = ({ id }: CaseItem) =>
    setTicked((now) =>
      now?.includes(id) ? now.filter((one) => one !== id) : [...(now ?? []), id].slice(0, caseLimits.batch),
    );
  const tap = (item: CaseItem) => {
    if (choosing) return work.decidable.includes(item) ? tick(item) : undefined;
    if (decided)
      return openPage(item.target.type === 'answer' ? 'thread' : item.target.type, { id: item.target.id });
    work.choose(item);
  };
  const chosen = items.filter(({ id }) => ticked?.includes(id));
  const panel = open && !choosing && !decided && (
    <CasePanel
      key={open.id}
      item={open}
      now={now}
      wide={wide}
      busy={busy}
      refusal={work.refusal}
      onClaim={work.claim}
      onRelease={work.release}
      onDecide={work.decide}
    />
  );
  const rest = wide ? items : items.filter(({ id }) => choosing || decided || id !== open?.id);
  const rows = (
    <View className="stack">
      {offline}
      {!wide && panel && <View className="qv-now">{panel}</View>}
      {state === 'pending' && work.decidable.length > 1 && (
        <View className="qv-h">
          <Text className="cap grow">
            {panel && !wide ? '下一条会自动接上' : choosing ? '点一条选一条' : '加急的在前，然后是等得最久的'}
          </Text>
          <Tap
            className="qv-m"
            label={choosing ? '选机器没看出问题的' : '批量'}
            onTap={() =>
              setTicked(
                choosing
                  ? work.decidable
                      .filter(({ verdict, care }) => verdict?.verdict === 'pass' && !care)
                      .slice(0, caseLimits.batch)
                      .map(({ id }) => id)
                  : [],
              )
            }
          >
            <Text>{choosing ? '选机器没看出问题的' : '批量'}</Text>
          </Tap>
        </View>
      )}
      <Cards>
        {rest.map((item) => (
          <CaseCard
            key={item.id}
            item={item}
            now={now}
            current={wide && item.id === open?.id}
            ticked={choosing ? ticked.includes(item.id) : undefined}
            onTap={tap}
          />
        ))}
      </Cards>
      {list.more === 'none' ? (
        rest.length > 0 && <ListEnd text={decided ? '只列最近 90 天的' : '就这些'} />
      ) : (
        <View className="qv-more">
          <Button text="更多" look="quiet" loading={list.more === 'loading'} onTap={list.loadMore} />
        </View>
      )}
    </View>
  );
  return (
    <View className={cx(wide && 'qv-wide', choosing && 'qv-bar')}>
      {wide ? <View className="qv-l">{rows}</View> : rows}
      {wide &&
        (panel || (
          <View className="qv-none">{!decided && <Text className="meta">点左边的一条来看</Text>}</View>
        ))}
      {choosing && (
        <BatchBar
          count={chosen.length}
          doubtful={chosen.filter(({ verdict }) => verdict?.verdict !== 'pass').length}
          busy={busy}
          error={work.refusal}
          onDecide={async (decision) => {
            const sent = await work.decideMany(chosen, decision);
            if (sent) setTicked(null);
            return sent;
          }}
          onStop={() => setTicked(null)}
        />
      )}
      {toast}
    </View>
  );
}
