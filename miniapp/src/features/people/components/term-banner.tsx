import { termWarnings } from '@qihang/shared/people/vocabulary';
import type { Me } from '@qihang/shared/session/contract';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { open } from '@/platform/navigation';
import { dateWords } from '@/ui/date-words';
import { Note } from '@/ui/note';
import { daysLeft } from '../words';

/** Tells whose term ends within 60 days when it does, and leads to what must be handed over; warmer from 30, red from 7. */
export function TermBanner({ me, now }: { me: Me; now: Date }) {
  const [first, middle, last] = termWarnings;
  const ending = me.roles
    .flatMap(({ role, endsAt }) =>
      role !== 'graduate' && endsAt !== null ? [{ role, endsAt, days: daysLeft(endsAt, now) }] : [],
    )
    .sort((a, b) => a.days - b.days)[0];
  if (!ending || ending.days > first) return null;
  const { role, endsAt, days } = ending;
  const until = dateWords(new Date(Date.parse(endsAt) - 1), now);
  const left = days <= 1 ? '今天' : `还有 ${days} 天，${until}`;
  return (
    <Note
      icon="clock"
      tone={days <= last ? 'red' : days <= middle ? 'warm' : 'brand'}
      text={`${roleNames[role]}任期${left}结束`}
      action={{ text: '交接清单', onTap: () => open('handover') }}
    />
  );
}
