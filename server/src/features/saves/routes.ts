import { savesContract } from '@qihang/shared/saves/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import {
  closeFeed,
  openFeed,
  removeSaved,
  saveJob,
  showCalendar,
  showCalendarFile,
  showFeed,
  showMyFeed,
  showSaved,
} from './actions';

export function mountSaves(api: Api, context: Context): void {
  api.mount('saves', savesContract, {
    save: (call) => saveJob(context, call),
    remove: (call) => removeSaved(context, call),
    list: (call) => showSaved(context, call),
    calendar: (call) => showCalendar(context, call),
    calendarFile: (call) => showCalendarFile(context, call),
    myFeed: (call) => showMyFeed(context, call),
    openFeed: (call) => openFeed(context, call),
    closeFeed: (call) => closeFeed(context, call),
    feed: (call) => showFeed(context, call),
  });
}
