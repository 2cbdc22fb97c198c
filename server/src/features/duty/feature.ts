import { defineFeature } from '../../feature';
import { seedRota } from './demo';
import { dutyPersonalData } from './personal-data';
import { dutyRetention } from './retention';
import { mountDuty } from './routes';
import { dutyTables } from './tables';
import { unseedRota } from './unseed-store';

export const duty = defineFeature({
  name: 'duty',
  tables: dutyTables,
  mount: mountDuty,
  personalData: dutyPersonalData,
  retention: dutyRetention,
  seed: seedRota,
  unseed: unseedRota,
});
