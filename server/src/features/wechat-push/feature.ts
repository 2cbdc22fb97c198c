import { defineFeature } from '../../feature';
import { wechatPushRetention } from './retention';
import { mountWechatPush } from './routes';
import { wechatPushTables } from './tables';
import { leftPushesTask } from './task';

export const wechatPush = defineFeature({
  name: 'wechat-push',
  tables: wechatPushTables,
  mount: mountWechatPush,
  retention: wechatPushRetention,
  tasks: [leftPushesTask],
});
