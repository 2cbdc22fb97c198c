import { defineFeature } from '../../feature';
import { seedConsents } from './demo';
import { consentPersonalData } from './personal-data';
import { mountConsents } from './routes';
import { consentTables } from './tables';

export const consents = defineFeature({
  name: 'consents',
  tables: consentTables,
  mount: mountConsents,
  personalData: consentPersonalData,
  seed: seedConsents,
});
