import {
  type NotificationSettings,
  type notificationSettingsContract,
  notificationSwitches,
} from '@qihang/shared/notifications/settings';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { type ChosenSettings, settingsOf, usualSettings } from './public-store';
import { saveSettings } from './store';

type C = typeof notificationSettingsContract;

const view = ({ quiet, quietFrom, quietTo, muted }: ChosenSettings): NotificationSettings => ({
  quiet,
  quietFrom,
  quietTo,
  switches: Object.fromEntries(
    notificationSwitches.map((name) => [name, !muted.includes(name)]),
  ) as NotificationSettings['switches'],
});

export async function showSettings({ db }: Context, { actor }: Call<C['show']>) {
  return view((await settingsOf(db, db.read, [actor.id])).get(actor.id) ?? usualSettings);
}

export async function changeSettings({ db }: Context, { actor, body, now }: Call<C['change']>) {
  const { switches = {} } = body;
  const chosen = await db.write(async (tx) => {
    const before = (await settingsOf(db, tx, [actor.id])).get(actor.id) ?? usualSettings;
    const muted = notificationSwitches.filter((name) => !(switches[name] ?? !before.muted.includes(name)));
    const after = {
      quiet: body.quiet ?? before.quiet,
      quietFrom: body.quietFrom ?? before.quietFrom,
      quietTo: body.quietTo ?? before.quietTo,
      muted,
    };
    if (after.quietFrom === after.quietTo) {
      const message = '开始和结束不能是同一个时间；不想要就把开关关掉';
      throw new AppError('request.invalid', message, [{ path: 'quietTo', message }]);
    }
    await saveSettings(db, tx, actor.id, after, now);
    return after;
  });
  return view(chosen);
}
