ALTER TABLE `answers` ADD `life` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `life_reason` text;--> statement-breakpoint
ALTER TABLE `boards` ADD `source_required` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `review` text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `strip` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `colour` text DEFAULT 'teal' NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `life` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `life_reason` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `life` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `life_reason` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `life` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `life_reason` text;--> statement-breakpoint
UPDATE jobs SET life = CASE WHEN hidden THEN 'hidden' ELSE 'published' END, life_reason = hidden_reason;--> statement-breakpoint
UPDATE posts SET life = CASE WHEN hidden THEN 'hidden' ELSE 'published' END, life_reason = hidden_reason;--> statement-breakpoint
UPDATE threads SET life = CASE WHEN hidden THEN 'hidden' ELSE 'published' END, life_reason = hidden_reason;--> statement-breakpoint
UPDATE answers SET life = CASE WHEN hidden THEN 'hidden' ELSE 'published' END, life_reason = hidden_reason;--> statement-breakpoint
UPDATE boards SET source_required = true, colour = 'red' WHERE slug = 'affairs';--> statement-breakpoint
UPDATE boards SET strip = true WHERE slug = 'notices';
