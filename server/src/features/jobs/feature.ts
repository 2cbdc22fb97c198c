import { defineFeature } from '../../feature';
import { jobContent } from './content';
import { seedJobs } from './demo';
import { jobPersonalData } from './personal-data';
import { mountJobs } from './routes';
import { jobTables } from './tables';
import { unseedJobs } from './unseed-store';

export const jobs = defineFeature({
  name: 'jobs',
  tables: jobTables,
  mount: mountJobs,
  content: { job: jobContent },
  personalData: jobPersonalData,
  seed: seedJobs,
  unseed: unseedJobs,
});
