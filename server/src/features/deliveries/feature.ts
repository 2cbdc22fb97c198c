import { defineFeature } from '../../feature';
import { wechatDeliveries } from './outbox';
import { deliveryPersonalData } from './personal-data';
import { deliveryReactions } from './reactions';
import { deliveryRetention } from './retention';
import { mountDeliveries } from './routes';
import { sweepDeliveries } from './sweep';
import { deliveryTables } from './tables';

export const deliveries = defineFeature({
  name: 'deliveries',
  tables: deliveryTables,
  mount: mountDeliveries,
  on: deliveryReactions,
  deliveries: wechatDeliveries,
  tasks: [sweepDeliveries],
  personalData: deliveryPersonalData,
  retention: deliveryRetention,
});
