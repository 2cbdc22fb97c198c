import { defineFeature } from '../../feature';
import { contentCheckTables } from './tables';

export const contentCheck = defineFeature({ name: 'content-check', tables: contentCheckTables });
