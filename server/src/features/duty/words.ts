const names = ['一', '二', '三', '四', '五', '六', '日'];

/** `周三、周五` of weekdays from 1 (Monday) to 7. */
export const weekdayWords = (weekdays: readonly number[]): string =>
  weekdays.map((weekday) => `周${names[weekday - 1]}`).join('、');
