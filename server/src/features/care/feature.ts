import { defineFeature } from '../../feature';
import { carePersonalData } from './personal-data';
import { mountCare } from './routes';
import { careTables } from './tables';

export const care = defineFeature({
  name: 'care',
  tables: careTables,
  mount: mountCare,
  personalData: carePersonalData,
});
