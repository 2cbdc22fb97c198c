import { defineFeature } from '../../feature';
import { portrayalPersonalData } from './personal-data';
import { portrayalRetention } from './retention';
import { mountPortrayals } from './routes';
import { portrayalTables } from './tables';

export const portrayals = defineFeature({
  name: 'portrayals',
  tables: portrayalTables,
  mount: mountPortrayals,
  personalData: portrayalPersonalData,
  retention: portrayalRetention,
});
