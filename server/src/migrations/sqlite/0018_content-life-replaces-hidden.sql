ALTER TABLE `jobs` DROP COLUMN `hidden`;--> statement-breakpoint
ALTER TABLE `jobs` DROP COLUMN `hidden_reason`;--> statement-breakpoint
ALTER TABLE `posts` DROP COLUMN `hidden`;--> statement-breakpoint
ALTER TABLE `posts` DROP COLUMN `hidden_reason`;--> statement-breakpoint
ALTER TABLE `threads` DROP COLUMN `hidden`;--> statement-breakpoint
ALTER TABLE `threads` DROP COLUMN `hidden_reason`;--> statement-breakpoint
ALTER TABLE `answers` DROP COLUMN `hidden`;--> statement-breakpoint
ALTER TABLE `answers` DROP COLUMN `hidden_reason`;