import { defineFeature } from '../../feature';
import { seedUsers } from './demo';
import { userPersonalData } from './personal-data';
import { userTables } from './tables';
import { unseedUsers } from './unseed-store';

export const users = defineFeature({
  name: 'users',
  tables: userTables,
  personalData: userPersonalData,
  seed: seedUsers,
  unseed: unseedUsers,
});
