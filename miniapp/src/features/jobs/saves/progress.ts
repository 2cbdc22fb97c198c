import { type Progress, progresses, progressNames } from '@qihang/shared/jobs/progress';
import type { CourseStop } from '@/ui/course-line';

/** The stations on the way to an offer; giving up is no station. */
const course = progresses.filter((one) => one !== 'dropped');

const stopNames = {
  saved: '收藏',
  applied: '投递',
  'written-test': '笔试',
  interview: '面试',
  offer: 'Offer',
} as const satisfies Record<Exclude<Progress, 'dropped'>, string>;

/** Where a person stands on the course line; null once they gave up. */
export function progressCourse(progress: Progress): { passed: number; stops: CourseStop[] } | null {
  if (progress === 'dropped') return null;
  const at = course.indexOf(progress);
  return {
    passed: at / (course.length - 1),
    stops: course.map((one, index) => ({ text: stopNames[one], done: index <= at })),
  };
}

export const progressChoices = progresses.map((value) => ({ value, text: progressNames[value] }));
