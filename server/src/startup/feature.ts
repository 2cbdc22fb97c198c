import { defineFeature } from '../feature';
import { seedPurpose, unseedPurpose } from './demo';
import { installationTables } from './tables';

export const startup = defineFeature({
  name: 'startup',
  tables: installationTables,
  seed: seedPurpose,
  unseed: unseedPurpose,
});
