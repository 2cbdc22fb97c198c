CREATE TABLE `mutes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`by_id` text NOT NULL,
	`target_type` text NOT NULL,
	`target_id` text NOT NULL,
	`excerpt` text NOT NULL,
	`anonymous` integer NOT NULL,
	`reason` text NOT NULL,
	`muted_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by_id` text,
	`lift_note` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mutes_user` ON `mutes` (`user_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `mutes_newest` ON `mutes` (`muted_at`,`id`);--> statement-breakpoint
ALTER TABLE `role_grants` ADD `version` integer DEFAULT 1 NOT NULL;