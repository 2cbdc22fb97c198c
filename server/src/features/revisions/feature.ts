import { defineFeature } from '../../feature';
import { revisionPersonalData } from './personal-data';
import { revisionRetention } from './retention';
import { mountRevisions } from './routes';
import { revisionTables } from './tables';

export const revisions = defineFeature({
  name: 'revisions',
  tables: revisionTables,
  mount: mountRevisions,
  personalData: revisionPersonalData,
  retention: revisionRetention,
});
