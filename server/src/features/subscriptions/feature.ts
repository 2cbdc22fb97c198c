import { defineFeature } from '../../feature';
import { subscriptionPersonalData } from './personal-data';
import { subscriptionReactions } from './reactions';
import { subscriptionRetention } from './retention';
import { mountSubscriptions } from './routes';
import { subscriptionTables } from './tables';

export const subscriptions = defineFeature({
  name: 'subscriptions',
  tables: subscriptionTables,
  mount: mountSubscriptions,
  on: subscriptionReactions,
  personalData: subscriptionPersonalData,
  retention: subscriptionRetention,
});
