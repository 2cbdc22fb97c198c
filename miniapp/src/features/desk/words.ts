import type {
  Desk,
  DeskFeedbackItem,
  DeskNumbers,
  DeskPiece,
  Ending,
  Office,
} from '@qihang/shared/desk/contract';
import type { DeskEnd } from '@qihang/shared/desk/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { waitedWords } from '@/common/content/waited-words';
import { dateWords, daysFrom, momentWords } from '@/ui/date-words';

/** A number of the desk: how many, and the worst of them in words. */
export interface NumberWords {
  name: string;
  count: number;
  worst: string;
  /** Something has to be done before long. */
  urgent: boolean;
}

/** The end of a day is the day it closes: `今天 24:00`. */
function endWords(at: string, now: Date): string {
  const instant = Date.parse(at);
  const words = momentWords(new Date(instant), now);
  return words.endsWith('00:00') ? momentWords(new Date(instant - 1), now).replace('23:59', '24:00') : words;
}

/** Of several only the first is told. */
const several = (count: number) => (count > 1 ? '最早 ' : '');

const soonMs = 3 * dayMs;
const isSoon = (at: string, now: Date) => Date.parse(at) - now.getTime() <= soonMs;

/** What waits for a lead, in the order of the page. */
export function numbersOf({ numbers, expiring: [first] }: Pick<Desk, 'numbers' | 'expiring'>, now: Date) {
  const { review, answer, verify, expiring } = numbers;
  const late = answer.due !== null && Date.parse(answer.due) <= now.getTime();
  return {
    review: {
      name: '待审',
      count: review.count,
      worst: review.since ? waitedWords(review.since, now).replace('已等', '最久等了') : '没有要审的',
      urgent: false,
    },
    answer: {
      name: '待答',
      count: answer.count,
      worst:
        answer.due === null
          ? '没有等你答的'
          : late
            ? `${endWords(answer.due, now)} 就该答了`
            : `${several(answer.count)}${endWords(answer.due, now)} 到点`,
      urgent: answer.due !== null && daysFrom(now, new Date(answer.due)) <= 0,
    },
    verify: {
      name: '待核实',
      count: verify.count,
      worst:
        verify.count === 0
          ? '没有要核实的'
          : verify.reports > 0
            ? `${verify.reports} 人说已停招`
            : '到了复核的日子',
      urgent: false,
    },
    expiring: {
      name: '快到期',
      count: expiring.count,
      worst: first ? `${several(expiring.count)}${endingWords(first, now)}` : '7 天内没有',
      urgent: expiring.next !== null && isSoon(expiring.next, now),
    },
  } satisfies Record<keyof DeskNumbers, NumberWords>;
}

/** What the office looks after. */
export function officeNumbers({ orphans, terms, unverified }: Office, now: Date) {
  const { job, thread } = orphans;
  const parts = [job > 0 && `${job} 个岗位`, thread > 0 && `${thread} 个问题`].filter(Boolean);
  const days = terms.next ? daysFrom(now, new Date(Date.parse(terms.next.endsAt) - 1)) + 1 : 0;
  return {
    orphans: { name: '没人管', count: job + thread, worst: parts.join('，') || '件件有人管', urgent: false },
    terms: {
      name: '快到任期',
      count: terms.count,
      worst: terms.next ? `${terms.next.name}还有 ${days} 天` : '60 天内没有',
      urgent: terms.next !== null && days <= 30,
    },
    unverified: {
      name: '没认证',
      count: unverified.count,
      worst: unverified.year ? `${unverified.year} 届 ${unverified.of} 人里` : '还没有导入名册',
      urgent: false,
    },
  } satisfies Record<keyof Office, NumberWords>;
}

/** The line under the title of one of my pieces: where it is, and what there is to do. */
export function pieceWords({ life, at, why, schedule, seen }: DeskPiece, now: Date): string {
  const planned = schedule?.unpublishAt ? `，${endWords(schedule.unpublishAt, now)} 下架` : '';
  switch (life) {
    case 'draft':
      return `${momentWords(new Date(at), now)} 存`;
    case 'returned':
      return why;
    case 'in-review':
      return `${waitedWords(at, now)}${
        schedule?.publishAt ? `，通过后 ${momentWords(new Date(schedule.publishAt), now)} 发布` : ''
      }`;
    case 'scheduled':
      return `${momentWords(new Date(at), now)} 发布${planned}`;
    case 'published':
      return seen.now ? `${dateWords(new Date(at), now)}发布${planned}` : why;
    default:
      return why;
  }
}

const ends: Record<DeskEnd, string> = { closing: '截止', recheck: '复核', unpublish: '下架' };

/** `今天 18:00 截止`, `11月28日 24:00 下架` */
export const endingWords = ({ end, at }: Ending, now: Date): string => `${endWords(at, now)} ${ends[end]}`;

export const isEndingSoon = ({ at }: Ending, now: Date): boolean => isSoon(at, now);

/** `今天 18:00 前答复`; one that is over says so. */
export const dueWords = (at: string, now: Date): string =>
  Date.parse(at) <= now.getTime()
    ? `已超时，本该 ${endWords(at, now)} 前答复`
    : `${endWords(at, now)} 前答复`;

const says: Record<DeskFeedbackItem['kind'], string> = {
  closed: '已停招',
  outdated: '过期了',
  wrong: '有误',
};

/** `2 人说已停招`, `1 人说有误：“成绩单要盖教务章”` */
export const feedbackWords = ({ kind, count, note }: DeskFeedbackItem): string =>
  `${count} 人说${says[kind]}${note ? `：“${note}”` : ''}`;
