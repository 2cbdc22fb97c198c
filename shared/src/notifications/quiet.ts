import { dayMs, startOfDay } from '../time/shanghai';

export interface QuietHours {
  quiet: boolean;
  /** `HH:mm` in Shanghai. */
  quietFrom: string;
  quietTo: string;
}

const sinceMidnight = (time: string): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;

/** The first instant from `at` on that is not within the quiet hours (milliseconds since 1970). */
export function outOfQuiet({ quiet, quietFrom, quietTo }: QuietHours, at: number): number {
  if (!quiet) return at;
  const midnight = startOfDay(at);
  const [from, to] = [sinceMidnight(quietFrom), sinceMidnight(quietTo)];
  const now = at - midnight;
  if (from < to) return now >= from && now < to ? midnight + to : at;
  if (now >= from) return midnight + dayMs + to;
  return now < to ? midnight + to : at;
}
