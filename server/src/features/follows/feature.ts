import { defineFeature } from '../../feature';
import { followPersonalData } from './personal-data';
import { followReactions } from './reactions';
import { followRetention } from './retention';
import { mountFollows } from './routes';
import { followTables } from './tables';
import { tellFollowers } from './tell';

export const follows = defineFeature({
  name: 'follows',
  tables: followTables,
  mount: mountFollows,
  on: followReactions,
  tasks: [tellFollowers],
  personalData: followPersonalData,
  retention: followRetention,
});
