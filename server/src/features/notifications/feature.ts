import { defineFeature } from '../../feature';
import { notificationPersonalData } from './personal-data';
import { notificationReactions } from './reactions';
import { notificationRetention } from './retention';
import { mountNotifications } from './routes';
import { notificationTables } from './tables';

export const notifications = defineFeature({
  name: 'notifications',
  tables: notificationTables,
  mount: mountNotifications,
  on: notificationReactions,
  personalData: notificationPersonalData,
  retention: notificationRetention,
});
