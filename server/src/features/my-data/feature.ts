import { defineFeature } from '../../feature';
import { myPersonalData } from './personal-data';
import { myDataRetention } from './retention';
import { mountMyData } from './routes';
import { myDataTables } from './tables';

export const myData = defineFeature({
  name: 'my-data',
  tables: myDataTables,
  mount: mountMyData,
  personalData: myPersonalData,
  retention: myDataRetention,
});
