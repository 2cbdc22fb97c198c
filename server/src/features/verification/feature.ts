import { defineFeature } from '../../feature';
import { seedRoster } from './demo';
import { verificationPersonalData } from './personal-data';
import { verificationRetention } from './retention';
import { mountVerification } from './routes';
import { verificationTables } from './tables';
import { unseedRoster } from './unseed-store';

export const verification = defineFeature({
  name: 'verification',
  tables: verificationTables,
  mount: mountVerification,
  personalData: verificationPersonalData,
  retention: verificationRetention,
  seed: seedRoster,
  unseed: unseedRoster,
});
