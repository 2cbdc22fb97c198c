-- `terms` are the tokens of server/src/db/search/tokens.ts, without positions, since those end at 16383. What stands side
-- by side is checked in the searchable runs of the texts, parted by spaces.
ALTER TABLE "search_docs"
  ADD COLUMN "terms" tsvector NOT NULL,
  ADD COLUMN "title_runs" text NOT NULL,
  ADD COLUMN "body_runs" text NOT NULL;--> statement-breakpoint
-- With the default statistics a rare term is taken for a frequent one, and every row is read.
ALTER TABLE "search_docs" ALTER COLUMN "terms" SET STATISTICS 1000;--> statement-breakpoint
CREATE INDEX "search_docs_terms" ON "search_docs" USING gin ("terms") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "search_docs_newest" ON "search_docs" USING btree ("published_at","id");
