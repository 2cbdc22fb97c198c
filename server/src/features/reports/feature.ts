import { defineFeature } from '../../feature';
import { reportPersonalData } from './personal-data';
import { reportRetention } from './retention';
import { mountReports } from './routes';
import { reportReactions } from './settle';
import { reportTables } from './tables';

export const reports = defineFeature({
  name: 'reports',
  tables: reportTables,
  mount: mountReports,
  on: reportReactions,
  personalData: reportPersonalData,
  retention: reportRetention,
});
