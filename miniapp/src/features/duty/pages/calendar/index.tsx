import { dayAt } from '@qihang/shared/time/shanghai';
import { useState } from 'react';
import { useMe } from '@/common/account/me';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { CalendarView } from '../../components/calendar-view';
import { KeepersOnly } from '../../components/keepers-only';
import { OldBar } from '../../components/old-bar';
import { useCalendar } from '../../hooks';

/** 工作日历: holidays and make-up working days, year by year. */
export default function CalendarPage() {
  const { year: asked } = usePageQuery();
  const now = useNow();
  const signedIn = useSession(({ token }) => token !== null);
  const [year, setYear] = useState(Number(asked) || Number(dayAt(now.getTime()).slice(0, 4)));
  const [readings, setReadings] = useState(0);
  const calendar = useCalendar(year, signedIn);
  const editable = useMe().data?.viewer.can.includes('manage-boards') === true;
  const refused = calendar.error !== null && asApiError(calendar.error).code === 'action.forbidden';
  if (signedIn && calendar.data && !refused)
    return (
      <CalendarView
        key={`${year} ${calendar.data.version} ${readings}`}
        calendar={calendar.data}
        editable={editable}
        now={now}
        old={<OldBar query={calendar} now={now} />}
        onYear={setYear}
        onReload={() => calendar.refetch().then(() => setReadings(readings + 1))}
      />
    );
  return (
    <PageFrame title="工作日历" section="me">
      <KeepersOnly what="工作日历" who="老师和管理员" error={calendar.error}>
        <DetailView query={calendar} what="工作日历" ageOf={(since) => momentWords(since, now)}>
          {() => null}
        </DetailView>
      </KeepersOnly>
    </PageFrame>
  );
}
