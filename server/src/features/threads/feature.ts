import { defineFeature } from '../../feature';
import { answerContent, threadContent } from './content';
import { seedThreads } from './demo';
import { handOverDuties } from './duty-store';
import { threadPersonalData } from './personal-data';
import { mountThreads } from './routes';
import { threadTables } from './tables';
import { unseedThreads } from './unseed-store';

export const threads = defineFeature({
  name: 'threads',
  tables: threadTables,
  mount: mountThreads,
  content: { thread: threadContent, answer: answerContent },
  on: { 'account.closing': ({ db }, tx, { userId, at }) => handOverDuties(db, tx, userId, at) },
  personalData: threadPersonalData,
  seed: seedThreads,
  unseed: unseedThreads,
});
