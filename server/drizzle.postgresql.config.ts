import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './drizzle.postgresql.schema.cjs',
  out: './src/migrations/postgresql',
  casing: 'snake_case',
});
