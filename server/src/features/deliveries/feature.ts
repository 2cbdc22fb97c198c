import { defineFeature } from '../../feature';
import { deliveryPersonalData } from './personal-data';
import { deliveryTables } from './tables';

export const deliveries = defineFeature({
  name: 'deliveries',
  tables: deliveryTables,
  personalData: deliveryPersonalData,
});
