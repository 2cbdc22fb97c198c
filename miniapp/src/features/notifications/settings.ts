import type { NotificationSettings, notificationSettingsChange } from '@qihang/shared/notifications/settings';
import type * as z from 'zod/mini';

/** What is left out stays as it is. */
export type SettingsChange = z.input<typeof notificationSettingsChange>;

/** The same without what is undefined, which an object cannot be told to keep. */
const given = <T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

export const changedBy = (held: NotificationSettings, { switches = {}, ...rest }: SettingsChange) => ({
  ...held,
  ...given(rest),
  switches: { ...held.switches, ...given(switches) },
});

/** The change that puts back what this one changes of these settings, and nothing else. */
export function undoing(held: NotificationSettings, change: SettingsChange): SettingsChange {
  const { switches = {}, ...rest } = change;
  const of = <T extends object>(whole: T, part: object) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => name in part));
  return { ...of(held, rest), switches: of(held.switches, switches) };
}
