import { defineFeature } from '../../feature';
import { mountDesk } from './routes';

export const desk = defineFeature({ name: 'desk', mount: mountDesk });
