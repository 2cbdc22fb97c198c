import { defineFeature } from '../../feature';
import { digestPersonalData } from './personal-data';
import { digestRetention } from './retention';
import { mountDigests } from './routes';
import { digestTables } from './tables';

export const digests = defineFeature({
  name: 'digests',
  tables: digestTables,
  mount: mountDigests,
  personalData: digestPersonalData,
  retention: digestRetention,
});
