import { Text, View } from '@tarojs/components';
import { cx } from './class-names';
import './course-line.scss';

export interface CourseStop {
  text: string;
  done: boolean;
}

interface Props {
  /** 0 to 1: how much is passed. */
  passed: number;
  /** Draws the ring "now" at the end of what is passed. */
  ring?: boolean;
  /** Warm when it runs to a deadline. */
  tone?: 'brand' | 'warm';
  /** Evenly spaced stations with their names below. */
  stops?: CourseStop[];
  /** A dot where the course begins. */
  start?: boolean;
}

const percent = (part: number) => `${Math.round(Math.min(Math.max(part, 0), 1) * 1000) / 10}%`;

/** The first and the last station stand inside the line, the others on their point. */
const end = (index: number, last: number) => (index === 0 ? 'course-a' : index === last && 'course-z');

/** 航线: solid is passed, dashed is ahead, the ring is now. Only for things that move in time. */
export function CourseLine({ passed, ring = false, tone = 'brand', stops = [], start = false }: Props) {
  const last = Math.max(stops.length - 1, 1);
  return (
    <View>
      <View className={cx('course', tone === 'warm' && 'course-w')} aria-hidden="true">
        <View className="course-p" style={{ width: percent(passed) }} />
        {start && <View className="course-s course-a" style={{ left: '0%' }} />}
        {stops.map(({ text, done }, index) => (
          <View
            key={text}
            className={cx('course-s', end(index, last), !done && 'course-n')}
            style={{ left: percent(index / last) }}
          />
        ))}
        {ring && <View className="course-r" style={{ left: percent(passed) }} />}
      </View>
      {stops.length > 0 && (
        <View className="stops">
          {stops.map(({ text, done }, index) => (
            <Text
              key={text}
              className={cx('stop', end(index, last) && `stop-${end(index, last)}`, done && 'stop-d')}
              style={{ left: percent(index / last) }}
            >
              {text}
            </Text>
          ))}
        </View>
      )}
    </View>
  );
}
