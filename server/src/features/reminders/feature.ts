import { defineFeature } from '../../feature';
import { reminderPersonalData } from './personal-data';
import { reminderTables } from './tables';

export const reminders = defineFeature({
  name: 'reminders',
  tables: reminderTables,
  personalData: reminderPersonalData,
});
