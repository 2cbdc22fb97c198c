import { defineFeature } from '../../feature';
import { idempotencyRetention } from './retention';
import { idempotencyTables } from './tables';

export const idempotency = defineFeature({
  name: 'idempotency',
  tables: idempotencyTables,
  retention: idempotencyRetention,
});
