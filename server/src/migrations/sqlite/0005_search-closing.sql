ALTER TABLE `search_docs` ADD `closes_at` integer;--> statement-breakpoint
-- Every document gets tokens of the day on which it closes, with `@` before them. The texts are not in the index: it is
-- emptied here, and the service fills an empty one when it starts.
DELETE FROM `search_docs`;--> statement-breakpoint
DROP TABLE `search_terms`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_terms` USING fts5(
  `terms`,
  content = '',
  contentless_delete = 1,
  tokenize = "ascii tokenchars '#&+-.=@'"
);
