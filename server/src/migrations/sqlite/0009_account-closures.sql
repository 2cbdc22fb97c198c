CREATE TABLE `account_closures` (
	`user_id` text PRIMARY KEY NOT NULL,
	`name` text,
	`posts` text NOT NULL,
	`cause` text NOT NULL,
	`requested_at` integer NOT NULL,
	`erase_at` integer NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_closures_due` ON `account_closures` (`erase_at`);