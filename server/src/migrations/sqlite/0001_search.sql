-- Terms of search_docs, by its id: tokens of server/src/db/search/tokens.ts, parted by spaces. `=` marks a token of the
-- title; `# & + - .` stand inside words. Contentless: the texts live in the tables of their features.
CREATE VIRTUAL TABLE `search_terms` USING fts5(
  `terms`,
  content = '',
  contentless_delete = 1,
  tokenize = "ascii tokenchars '#&+-.='"
);
