import * as z from 'zod/mini';
import { queryText } from '../contract/fields';
import { defineContract } from '../contract/route';

/** What a person can turn off: kinds with such a `setting` are then not told at all. */
export const notificationSwitches = ['deadlines', 'answers', 'followed', 'matches', 'job-changes'] as const;
export type NotificationSwitch = (typeof notificationSwitches)[number];

export const notificationSwitchNames = {
  deadlines: '截止提醒',
  answers: '我的问题有回答',
  followed: '关注的问题有回答',
  matches: '对口新岗位',
  'job-changes': '岗位有变化',
} as const satisfies Record<NotificationSwitch, string>;

export const notificationSwitchHints = {
  deadlines: '收藏的岗位：前 3 天和当天',
  answers: '',
  followed: '同一个问题一天最多提醒一次',
  matches: '每周日合成一条；关注里选了马上提醒的另发',
  'job-changes': '延期、提前、待核实、下架',
} as const satisfies Record<NotificationSwitch, string>;

/** Hours in which nothing but the inbox is told, until the person chooses others. */
export const usualQuietHours = { quiet: true, quietFrom: '22:00', quietTo: '08:00' } as const;

/** `HH:mm` on a wall clock in Shanghai. */
const timeOfDay = queryText(5, 5).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 22:00 这样的时间'));

const switches = {
  deadlines: z.boolean(),
  answers: z.boolean(),
  followed: z.boolean(),
  matches: z.boolean(),
  'job-changes': z.boolean(),
} as const satisfies Record<NotificationSwitch, z.ZodMiniBoolean>;

const settings = z.object({
  /** Whether messages that leave the service wait for the end of the quiet hours. */
  quiet: z.boolean(),
  quietFrom: timeOfDay,
  /** On the same day, or on the next where it is earlier than `quietFrom`. */
  quietTo: timeOfDay,
  /** False for what is not told. */
  switches: z.object(switches),
});
export type NotificationSettings = z.output<typeof settings>;

/** What is left out stays as it is. */
export const notificationSettingsChange = z.strictObject({
  quiet: z.optional(z.boolean()),
  quietFrom: z.optional(timeOfDay),
  quietTo: z.optional(timeOfDay),
  switches: z.optional(z.partial(z.strictObject(switches))),
});

export const notificationSettingsContract = defineContract({
  show: {
    method: 'GET',
    path: '/me/notification-settings',
    summary: 'Quiet hours, and which kinds of news one wants to hear of',
    access: 'signed-in',
    response: settings,
  },
  change: {
    method: 'PATCH',
    path: '/me/notification-settings',
    summary:
      'Change quiet hours or switches; refused where the quiet hours would begin and end at the same time',
    access: 'signed-in',
    body: notificationSettingsChange,
    response: settings,
  },
});
