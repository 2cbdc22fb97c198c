import { defineFeature } from '../../feature';
import { postContent } from './content';
import { seedPosts, unseedPosts } from './demo';
import { postPersonalData } from './personal-data';
import { remakeBlocksTask } from './remake';
import { mountPosts } from './routes';
import { postTables } from './tables';

export const posts = defineFeature({
  name: 'posts',
  tables: postTables,
  mount: mountPosts,
  content: { post: postContent },
  personalData: postPersonalData,
  tasks: [remakeBlocksTask],
  seed: seedPosts,
  unseed: unseedPosts,
});
