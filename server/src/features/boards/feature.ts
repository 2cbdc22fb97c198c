import { defineFeature } from '../../feature';
import { mountBoards } from './routes';
import { boardTables } from './tables';

export const boards = defineFeature({
  name: 'boards',
  tables: boardTables,
  mount: mountBoards,
});
