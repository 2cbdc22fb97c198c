import { defineFeature } from '../../feature';
import { seedUsers } from './demo';
import { userPersonalData } from './personal-data';
import { userTables } from './tables';

export const users = defineFeature({
  name: 'users',
  tables: userTables,
  personalData: userPersonalData,
  seed: seedUsers,
});
