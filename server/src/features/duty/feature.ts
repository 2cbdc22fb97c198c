import { defineFeature } from '../../feature';
import { dutyPersonalData } from './personal-data';
import { dutyRetention } from './retention';
import { mountDuty } from './routes';
import { dutyTables } from './tables';

export const duty = defineFeature({
  name: 'duty',
  tables: dutyTables,
  mount: mountDuty,
  personalData: dutyPersonalData,
  retention: dutyRetention,
});
