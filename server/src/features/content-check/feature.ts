import { defineFeature } from '../../feature';
import { judgeContent } from './judge-content';
import { mediaDeliveries, mediaReactions } from './media';
import { contentCheckRetention } from './retention';
import { contentCheckTables } from './tables';

export const contentCheck = defineFeature({
  name: 'content-check',
  tables: contentCheckTables,
  judge: judgeContent,
  on: mediaReactions,
  deliveries: mediaDeliveries,
  retention: contentCheckRetention,
});
