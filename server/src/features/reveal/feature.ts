import { defineFeature } from '../../feature';
import { mountReveal } from './routes';

export const reveal = defineFeature({ name: 'reveal', mount: mountReveal });
