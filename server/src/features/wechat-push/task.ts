import type { Task } from '../../background/task';
import { handlePushes } from './handling';

/** Handles the pushes that an ended process left behind. */
export const leftPushesTask: Task = {
  name: 'wechat-pushes',
  schedule: { everyMinutes: 5 },
  run: (context, now) => handlePushes(context, now),
};
