import { defineFeature } from '../../feature';
import { reminderPersonalData } from './personal-data';
import { planReminders } from './plan';
import { reminderReactions } from './reactions';
import { reminderRetention } from './retention';
import { reminderTables } from './tables';

export const reminders = defineFeature({
  name: 'reminders',
  tables: reminderTables,
  on: reminderReactions,
  tasks: [planReminders],
  personalData: reminderPersonalData,
  retention: reminderRetention,
});
