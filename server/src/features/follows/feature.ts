import { defineFeature } from '../../feature';
import { followPersonalData } from './personal-data';
import { followTables } from './tables';

export const follows = defineFeature({
  name: 'follows',
  tables: followTables,
  personalData: followPersonalData,
});
