import { defineFeature } from '../../feature';
import { rateLimitRetention } from './retention';
import { rateLimitTables } from './tables';

export const rateLimits = defineFeature({
  name: 'rate-limits',
  tables: rateLimitTables,
  retention: rateLimitRetention,
});
