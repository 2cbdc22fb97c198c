import { defineFeature } from '../../feature';
import { mustReadPersonalData } from './personal-data';
import { mustReadRetention } from './retention';
import { mountMustRead } from './routes';
import { mustReadTables } from './tables';

export const mustRead = defineFeature({
  name: 'must-read',
  tables: mustReadTables,
  mount: mountMustRead,
  personalData: mustReadPersonalData,
  retention: mustReadRetention,
});
