import { defineFeature } from '../../feature';
import { subscriptionPersonalData } from './personal-data';
import { subscriptionTables } from './tables';

export const subscriptions = defineFeature({
  name: 'subscriptions',
  tables: subscriptionTables,
  personalData: subscriptionPersonalData,
});
