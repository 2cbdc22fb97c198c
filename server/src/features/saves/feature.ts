import { defineFeature } from '../../feature';
import { savePersonalData } from './personal-data';
import { saveReactions } from './reactions';
import { mountSaves } from './routes';
import { saveTables } from './tables';

export const saves = defineFeature({
  name: 'saves',
  tables: saveTables,
  mount: mountSaves,
  on: saveReactions,
  personalData: savePersonalData,
});
