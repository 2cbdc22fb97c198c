CREATE TABLE `passwords` (
	`user_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`known_until` integer,
	`forget_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempts_forget` ON `sign_in_attempts` (`forget_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `via` text DEFAULT 'program' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;