ALTER TABLE "search_docs" ADD COLUMN "closes_at" timestamp (3) with time zone;--> statement-breakpoint
-- Every document gets tokens of the day on which it closes, with `@` before them: the index is emptied here, and the service
-- fills an empty one when it starts.
DELETE FROM "search_docs";
