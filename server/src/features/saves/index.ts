import { savesContract } from '@qihang/shared/saves/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import {
  closeFeed,
  openFeed,
  removeSaved,
  saveJob,
  showCalendar,
  showCalendarFile,
  showFeed,
  showSaved,
} from './actions';

export function mountSaves(app: FastifyInstance, context: Context): void {
  mount(app, context, 'saves', savesContract, {
    save: (call) => saveJob(context, call),
    remove: (call) => removeSaved(context, call),
    list: (call) => showSaved(context, call),
    calendar: (call) => showCalendar(context, call),
    calendarFile: (call) => showCalendarFile(context, call),
    openFeed: (call) => openFeed(context, call),
    closeFeed: (call) => closeFeed(context, call),
    feed: (call) => showFeed(context, call),
  });
}
