import { defineFeature } from '../../feature';
import { seedThreads } from './demo';
import { threadPersonalData } from './personal-data';
import { handOverDuties } from './public';
import { mountThreads } from './routes';
import { threadTables } from './tables';

export const threads = defineFeature({
  name: 'threads',
  tables: threadTables,
  mount: mountThreads,
  on: { 'account.closing': ({ db }, tx, { userId, at }) => handOverDuties(db, tx, userId, at) },
  personalData: threadPersonalData,
  seed: seedThreads,
});
