import { defineFeature } from '../../feature';
import { collectStrayTask, collectUnusedTask } from './collect';
import { uploadPersonalData } from './personal-data';
import { uploadReactions } from './reactions';
import { mountUploads } from './routes';
import { uploadTables } from './tables';

export const uploads = defineFeature({
  name: 'uploads',
  tables: uploadTables,
  mount: mountUploads,
  personalData: uploadPersonalData,
  on: uploadReactions,
  tasks: [collectUnusedTask, collectStrayTask],
});
