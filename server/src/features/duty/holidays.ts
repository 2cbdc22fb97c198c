import type { CalendarDay } from '@qihang/shared/duty/contract';
import { addDays } from '@qihang/shared/time/shanghai';

const off = (name: string, first: string, days: number): CalendarDay[] =>
  Array.from({ length: days }, (_, i) => ({ day: addDays(first, i), works: false, name }));
const worked = (...days: string[]): CalendarDay[] => days.map((day) => ({ day, works: true, name: '补班' }));

/**
 * What a year's calendar is until an admin saves it. 2026 is the arrangement of the State Council; 2027 has the days that the
 * law names, and its make-up days are entered when they are announced.
 */
export const knownHolidays: Readonly<Record<number, readonly CalendarDay[]>> = {
  2026: [
    ...off('元旦', '2026-01-01', 3),
    ...worked('2026-01-04', '2026-02-14'),
    ...off('春节', '2026-02-15', 9),
    ...worked('2026-02-28'),
    ...off('清明节', '2026-04-04', 3),
    ...off('劳动节', '2026-05-01', 5),
    ...worked('2026-05-09'),
    ...off('端午节', '2026-06-19', 3),
    ...worked('2026-09-20'),
    ...off('中秋节', '2026-09-25', 3),
    ...off('国庆节', '2026-10-01', 7),
    ...worked('2026-10-10'),
  ],
  2027: [
    ...off('元旦', '2027-01-01', 1),
    ...off('春节', '2027-02-05', 4),
    ...off('清明节', '2027-04-05', 1),
    ...off('劳动节', '2027-05-01', 2),
    ...off('端午节', '2027-06-09', 1),
    ...off('中秋节', '2027-09-15', 1),
    ...off('国庆节', '2027-10-01', 3),
  ],
};
