import { probeTables } from '../db/probe';
import { defineFeature } from '../feature';
import { outboxRetention, retentionTask } from './retention';
import { backgroundTables } from './tables';

export const background = defineFeature({
  name: 'background',
  tables: (kit) => ({ ...backgroundTables(kit), ...probeTables(kit) }),
  retention: outboxRetention,
  tasks: [retentionTask],
});
