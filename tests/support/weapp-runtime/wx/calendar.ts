import { type CallOptions, type Calls, WxFailure } from './calls';

/** What stands in the phone's own calendar; instants in seconds since 1970, the alarm so many seconds before the start. */
export interface CalendarEvent {
  title: string;
  description: string;
  startTime: number;
  endTime: number;
  alarmOffset: number | null;
}

/** The calendar app of the phone, which an app may write into once the user allows it. */
export class PhoneCalendar {
  readonly events: CalendarEvent[] = [];

  constructor(private readonly allowed: boolean) {}

  apis(calls: Calls): Record<string, unknown> {
    return {
      addPhoneCalendar: calls.api('addPhoneCalendar', (options: CallOptions) => {
        const { title, description, startTime, endTime, alarm, alarmOffset } = options;
        if (typeof title !== 'string' || title === '') throw new WxFailure('parameter error: title');
        if (!isUnixTime(startTime)) throw new WxFailure('parameter error: startTime');
        // Documented as a string, and as the start when it is left out.
        const end = endTime === undefined ? startTime : Number(endTime);
        if (!isUnixTime(end) || end < startTime) throw new WxFailure('parameter error: endTime');
        if (!this.allowed) throw new WxFailure('auth deny');
        this.events.push({
          title,
          description: String(description ?? ''),
          startTime,
          endTime: end,
          alarmOffset: alarm === false ? null : Number(alarmOffset ?? 0),
        });
        return undefined;
      }),
    };
  }
}

/** Seconds, not milliseconds: a number of the latter would lie beyond the year 5000. */
const isUnixTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e11;
