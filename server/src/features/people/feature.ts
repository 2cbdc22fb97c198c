import { defineFeature } from '../../feature';
import { mountPeople } from './routes';

export const people = defineFeature({
  name: 'people',
  mount: mountPeople,
});
