import { defineFeature } from '../../feature';
import { weeklyPersonalData } from './personal-data';
import { weeklyTables } from './tables';

export const weekly = defineFeature({
  name: 'weekly',
  tables: weeklyTables,
  personalData: weeklyPersonalData,
});
