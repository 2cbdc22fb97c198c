import { defineFeature } from '../../feature';
import { seedPasswords } from './demo';
import { sessionPersonalData } from './personal-data';
import { sessionReactions } from './reactions';
import { sessionRetention } from './retention';
import { mountSession } from './routes';
import { sessionTables } from './tables';

export const session = defineFeature({
  name: 'session',
  tables: sessionTables,
  mount: mountSession,
  on: sessionReactions,
  personalData: sessionPersonalData,
  retention: sessionRetention,
  seed: seedPasswords,
});
