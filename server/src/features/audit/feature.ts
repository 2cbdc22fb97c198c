import { defineFeature } from '../../feature';
import { auditPersonalData } from './personal-data';
import { mountAudit } from './routes';
import { auditTables } from './tables';

export const audit = defineFeature({
  name: 'audit',
  tables: auditTables,
  mount: mountAudit,
  personalData: auditPersonalData,
});
