import { defineFeature } from '../../feature';
import { weeklyPersonalData } from './personal-data';
import { weeklyRetention } from './retention';
import { mountWeekly } from './routes';
import { sendWeekly } from './send';
import { weeklyTables } from './tables';

export const weekly = defineFeature({
  name: 'weekly',
  tables: weeklyTables,
  mount: mountWeekly,
  tasks: [sendWeekly],
  personalData: weeklyPersonalData,
  retention: weeklyRetention,
});
