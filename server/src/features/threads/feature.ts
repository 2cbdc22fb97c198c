import { defineFeature } from '../../feature';
import { answerContent, threadContent } from './content';
import { seedThreads } from './demo';
import { escalateOverdue } from './escalate';
import { threadPersonalData } from './personal-data';
import { threadReactions } from './reactions';
import { mountThreads } from './routes';
import { threadTables } from './tables';
import { unseedThreads } from './unseed-store';

export const threads = defineFeature({
  name: 'threads',
  tables: threadTables,
  mount: mountThreads,
  content: { thread: threadContent, answer: answerContent },
  on: threadReactions,
  tasks: [escalateOverdue],
  personalData: threadPersonalData,
  seed: seedThreads,
  unseed: unseedThreads,
});
