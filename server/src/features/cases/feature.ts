import { defineFeature } from '../../feature';
import { catchUpTask } from './catch-up';
import { caseReactions } from './follow';
import { casePersonalData } from './personal-data';
import { caseRetention } from './retention';
import { mountCases } from './routes';
import { caseTables } from './tables';
import { unseedCases } from './unseed-store';

export const cases = defineFeature({
  name: 'cases',
  tables: caseTables,
  mount: mountCases,
  personalData: casePersonalData,
  retention: caseRetention,
  on: caseReactions,
  tasks: [catchUpTask],
  unseed: unseedCases,
});
