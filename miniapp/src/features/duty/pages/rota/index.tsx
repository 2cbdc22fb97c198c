import type { DutyDay } from '@qihang/shared/duty/contract';
import { dutyLimits } from '@qihang/shared/duty/vocabulary';
import { addDays } from '@qihang/shared/time/shanghai';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useNow } from '@/platform/clock';
import { open, usePageQuery } from '@/platform/navigation';
import { usePullDown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ListRow, ListRows } from '@/ui/list-row';
import { PageFrame } from '@/ui/page-frame';
import { AbsenceCard } from '../../components/absence-card';
import { BoardTabs } from '../../components/board-tabs';
import { KeepersOnly } from '../../components/keepers-only';
import { SwapSheet } from '../../components/swap-sheet';
import { TodayCard } from '../../components/today-card';
import { WeekCard } from '../../components/week-card';
import { useWeek } from '../../hooks';

/** 值班表: today, seven days from any week to come, swaps, and one's own days off. */
export default function RotaPage() {
  const { board: asked } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const [board, setBoard] = useState(asked);
  const [weeksOn, setWeeksOn] = useState(0);
  const [swapping, setSwapping] = useState<DutyDay>();
  const now = useNow();
  const current = useWeek(board, undefined, signedIn);
  const later = weeksOn === 0 ? undefined : current.data && addDays(current.data.from, weeksOn * 7);
  const shown = useWeek(board, later, signedIn);
  usePullDown(() => current.refetch());
  const pick = (next: string) => {
    setBoard(next);
    setWeeksOn(0);
  };
  return (
    <PageFrame title="值班" section="me">
      <BoardTabs board={board} onChange={pick} />
      <KeepersOnly what="值班表" who="这个栏目的骨干和老师" error={current.error}>
        <DetailView query={current} what="值班表" ageOf={(since) => momentWords(since, now)}>
          {(today) => (
            <Cards className="stack">
              <TodayCard week={today} now={now} onSwap={() => setSwapping(today.days[0])} />
              <DetailView query={shown} what="值班表" ageOf={(since) => momentWords(since, now)}>
                {(week) => (
                  <WeekCard
                    week={week}
                    onBefore={weeksOn > 0 ? () => setWeeksOn(weeksOn - 1) : undefined}
                    onAfter={weeksOn < dutyLimits.weeksAhead ? () => setWeeksOn(weeksOn + 1) : undefined}
                    onSwap={setSwapping}
                  />
                )}
              </DetailView>
              <Text className="cap">读者在问答页看得到当天值班的人，看不到替补。</Text>
              <AbsenceCard absences={today.absences} now={now} />
              <ListRows>
                <ListRow
                  icon="clock"
                  text="超时的问题"
                  note="转给了谁，最近 30 天"
                  onTap={() => open('dutyOverdue', { board: today.board })}
                />
                {today.viewer.can.includes('arrange') && (
                  <ListRow
                    icon="calendar"
                    text="排班"
                    note="值班、替补、答复时限"
                    onTap={() => open('dutyAdmin', { board: today.board })}
                  />
                )}
              </ListRows>
            </Cards>
          )}
        </DetailView>
      </KeepersOnly>
      {shown.data && (
        <SwapSheet
          week={swapping && shown.data.days.includes(swapping) ? shown.data : (current.data ?? shown.data)}
          day={swapping}
          now={now}
          onClose={() => setSwapping(undefined)}
        />
      )}
    </PageFrame>
  );
}
