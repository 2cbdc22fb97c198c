import { check } from '@qihang/shared/contract/messages';
import { type YearCalendar, yearCalendarDraft } from '@qihang/shared/duty/contract';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { toast } from '@/platform/feedback';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { FailureNote } from '@/ui/form/failure-note';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { rangesOf, withoutRange, withRange } from '../calendar-days';
import { useSetCalendar } from '../hooks';
import { rangeWords, weekdayOfDay } from '../words';
import { CalendarEntry } from './calendar-entry';
import './calendar-view.scss';

interface Props {
  calendar: YearCalendar;
  /** Admins change it, teachers read it. */
  editable: boolean;
  now: Date;
  /** Says how old it is, where it could not be read again. */
  old: ReactNode;
  onYear: (year: number) => void;
  onReload: () => void;
}

/** The days of a year on which the week's rule does not count. */
export function CalendarView({ calendar, editable, now, old, onYear, onReload }: Props) {
  const { year, version, complete } = calendar;
  const [adding, setAdding] = useState(false);
  const form = useForm({
    initial: { days: calendar.days },
    check: ({ days }) => check(yearCalendarDraft, { year, days, version }),
    sending: useSetCalendar(),
    onSent: () => toast('已保存，时限按新的日历算'),
  });
  const { days } = form.value;
  const ranges = rangesOf(days);
  const problem = Object.values(form.problems)[0];
  return (
    <PageFrame
      title="工作日历"
      section="me"
      actions={
        editable ? (
          <ActionBar>
            <Button text={`保存 ${year} 年`} look="main" grow loading={form.busy} onTap={form.send} />
          </ActionBar>
        ) : undefined
      }
    >
      {old}
      <Cards className="stack">
        <View className="du-kh">
          <Button text={`${year - 1} 年`} look="quiet" onTap={() => onYear(year - 1)} />
          <Text className="strong">{year} 年</Text>
          <Button text={`${year + 1} 年`} look="quiet" onTap={() => onYear(year + 1)} />
        </View>
        <FailureNote failure={form.failure} />
        {form.error?.code === 'version.stale' && (
          <Note
            icon="refresh"
            text="别人刚改过这一年。重新读取后再改，这里没存的会丢。"
            action={{ text: '重新读取', onTap: onReload }}
          />
        )}
        {problem !== undefined && <Note tone="red" icon="alert" text={problem} />}
        {!complete && (
          <Note tone="warm" icon="alert" text={`${year} 年还没有补班的日子，调休公布后请补上。`} />
        )}
        <Text className="cap">周一到周五算工作日，下面的日子除外。答复时限只算工作日的栏目按它来。</Text>
        <Card>
          {ranges.length === 0 && <Text className="meta">这一年还没有填。</Text>}
          {ranges.map((range) => (
            <View key={range.from} className="du-k">
              <View className="grow">
                <Text className="du-kn">{range.name}</Text>
                <Text className="cap">
                  {rangeWords(range.from, range.until)}，{weekdayOfDay(range.from)}
                  {range.works ? '，上班' : '，放假'}
                </Text>
              </View>
              {editable && (
                <Button
                  text="去掉"
                  look="quiet"
                  onTap={() => form.change({ days: withoutRange(days, range) })}
                />
              )}
            </View>
          ))}
        </Card>
        {editable &&
          (adding ? (
            <CalendarEntry
              year={year}
              now={now}
              onAdd={(range) => {
                form.change({ days: withRange(days, range) });
                setAdding(false);
              }}
              onCancel={() => setAdding(false)}
            />
          ) : (
            <Button text="添加放假或补班" icon="plus" onTap={() => setAdding(true)} />
          ))}
        {!editable && <Text className="cap">只有管理员能改。</Text>}
      </Cards>
    </PageFrame>
  );
}
