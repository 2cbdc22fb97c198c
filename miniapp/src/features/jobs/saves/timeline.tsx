import type { CalendarEntry } from '@qihang/shared/saves/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { addToPhoneCalendar } from '@/platform/phone-calendar';
import { isWeapp } from '@/platform/target';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { entryWhat, entryWhen, marksOf } from './calendar';
import './timeline.scss';

/** What ends when, in order of time. */
export function Timeline({ entries, now }: { entries: readonly CalendarEntry[]; now: Date }) {
  const tones = marksOf(entries, now);
  return (
    <View className="tl">
      {entries.map((entry) => {
        const { kind, day, at, job } = entry;
        const [above, below] = entryWhen(entry, now);
        return (
          <View key={`${job.id}-${kind}`} className="tl-e">
            <Tap
              className="tl-j"
              role="link"
              label={`${above} ${below}，${job.title}，${entryWhat(entry)}`}
              onTap={() => open('job', { id: job.id })}
            >
              <View className="tl-w">
                <Text className="cap tl-b">{above}</Text>
                <Text className="strong tl-b">{below}</Text>
              </View>
              <View className={`tl-d tl-d-${tones[day]}`} />
              <View className="grow">
                <Text className="strong tl-b">{job.title}</Text>
                <DotLine className="meta" parts={[job.company, entryWhat(entry)]} />
              </View>
            </Tap>
            {isWeapp && (
              <Tap
                className="tl-c"
                label={`把 ${job.title} 加入手机日历`}
                onTap={() =>
                  addToPhoneCalendar({
                    title: `${kind === 'recheck' ? '复核' : '截止'}：${job.title}`,
                    note: job.company,
                    at: new Date(at),
                  })
                }
              >
                <Icon name="calendar" size={20} />
              </Tap>
            )}
          </View>
        );
      })}
    </View>
  );
}
