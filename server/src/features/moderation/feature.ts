import { defineFeature } from '../../feature';
import { moderationPersonalData } from './personal-data';
import { moderationRetention } from './retention';
import { mountModeration } from './routes';
import { moderationTables } from './tables';
import { unseedMutes } from './unseed-store';

export const moderation = defineFeature({
  name: 'moderation',
  tables: moderationTables,
  mount: mountModeration,
  personalData: moderationPersonalData,
  retention: moderationRetention,
  unseed: unseedMutes,
});
