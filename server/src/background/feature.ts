import { defineFeature } from '../feature';
import { outboxRetention, retentionTask } from './retention';
import { backgroundTables } from './tables';

export const background = defineFeature({
  name: 'background',
  tables: backgroundTables,
  retention: outboxRetention,
  tasks: [retentionTask],
});
