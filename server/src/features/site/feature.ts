import { defineFeature } from '../../feature';
import { mountSite } from './routes';

export const site = defineFeature({
  name: 'site',
  mount: mountSite,
});
