import { defineFeature } from '../../feature';
import { seedPosts } from './demo';
import { postPersonalData } from './personal-data';
import { mountPosts } from './routes';
import { postTables } from './tables';

export const posts = defineFeature({
  name: 'posts',
  tables: postTables,
  mount: mountPosts,
  personalData: postPersonalData,
  seed: seedPosts,
});
