import { searchTables } from '../../db/search/tables';
import { defineFeature } from '../../feature';
import { mountSearch } from './routes';

export const search = defineFeature({
  name: 'search',
  tables: searchTables,
  mount: mountSearch,
});
