CREATE TABLE `calendar_feeds` (
	`user_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `closed_reports` (
	`job_id` text NOT NULL,
	`user_id` text NOT NULL,
	`reported_at` integer NOT NULL,
	PRIMARY KEY(`job_id`, `user_id`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `job_duplicate_keys` (
	`key` text NOT NULL,
	`job_id` text NOT NULL,
	PRIMARY KEY(`job_id`, `key`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_duplicate_keys_key` ON `job_duplicate_keys` (`key`,`job_id`);--> statement-breakpoint
CREATE TABLE `job_major_keys` (
	`key` text NOT NULL,
	`job_id` text NOT NULL,
	PRIMARY KEY(`job_id`, `key`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_major_keys_key` ON `job_major_keys` (`key`,`job_id`);--> statement-breakpoint
CREATE TABLE `saved_jobs` (
	`user_id` text NOT NULL,
	`job_id` text NOT NULL,
	`progress` text NOT NULL,
	`note` text,
	`saved_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `job_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_jobs_recent` ON `saved_jobs` (`user_id`,`updated_at`,`job_id`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `pay_monthly` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `closed_reports` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `lint_override` text;--> statement-breakpoint
UPDATE `jobs` SET `pay_monthly` = CAST(round(coalesce(json_extract(`salary`, '$.max'), json_extract(`salary`, '$.min')) * CASE json_extract(`salary`, '$.unit') WHEN 'day' THEN 21.75 WHEN 'hour' THEN 174.0 WHEN 'year' THEN 1.0 / 12 ELSE 1 END) AS INTEGER) WHERE `salary` IS NOT NULL;--> statement-breakpoint
INSERT INTO `job_major_keys` (`key`, `job_id`) SELECT `major`, `job_id` FROM `job_majors`;--> statement-breakpoint
DELETE FROM `job_majors` WHERE `major` = '';
