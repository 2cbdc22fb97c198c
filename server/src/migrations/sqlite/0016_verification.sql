CREATE TABLE `claim_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`forget_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `claim_attempts_forget` ON `claim_attempts` (`forget_at`);--> statement-breakpoint
CREATE TABLE `class_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`college` text NOT NULL,
	`class_name` text NOT NULL,
	`graduation_year` integer NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `class_codes_class` ON `class_codes` (`graduation_year`,`class_name`);--> statement-breakpoint
CREATE TABLE `roster_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`student_no` text NOT NULL,
	`name` text NOT NULL,
	`college` text NOT NULL,
	`major` text NOT NULL,
	`class_name` text NOT NULL,
	`graduation_year` integer NOT NULL,
	`user_id` text,
	`bound_at` integer,
	`class_code_id` text,
	`left_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`class_code_id`) REFERENCES `class_codes`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_entries_student_no` ON `roster_entries` (`student_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `roster_entries_user` ON `roster_entries` (`user_id`);--> statement-breakpoint
CREATE INDEX `roster_entries_class` ON `roster_entries` (`graduation_year`,`college`,`class_name`);--> statement-breakpoint
CREATE INDEX `roster_entries_code` ON `roster_entries` (`class_code_id`);