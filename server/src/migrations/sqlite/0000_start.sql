CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`official` integer DEFAULT false NOT NULL,
	`answered_at` integer NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	`hidden_reason` text,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_thread` ON `answers` (`thread_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`target_type` text NOT NULL,
	`target_id` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text,
	`request_id` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_target` ON `audit_log` (`target_type`,`target_id`);--> statement-breakpoint
CREATE TABLE `boards` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`enabled` integer DEFAULT true NOT NULL,
	`post_roles` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_cities` (
	`city` text NOT NULL,
	`job_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	PRIMARY KEY(`job_id`, `city`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_cities_newest` ON `job_cities` (`city`,`published_at`,`job_id`,`closes_at`);--> statement-breakpoint
CREATE INDEX `job_cities_closing` ON `job_cities` (`city`,`closes_at`,`job_id`);--> statement-breakpoint
CREATE TABLE `job_majors` (
	`major` text NOT NULL,
	`job_id` text NOT NULL,
	PRIMARY KEY(`job_id`, `major`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_majors_major` ON `job_majors` (`major`,`job_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`owner_id` text NOT NULL,
	`title` text NOT NULL,
	`company` text NOT NULL,
	`kind` text NOT NULL,
	`cities` text NOT NULL,
	`degree` text,
	`degree_rank` integer NOT NULL,
	`degree_text` text,
	`majors` text NOT NULL,
	`salary` text,
	`salary_text` text,
	`headcount` integer,
	`graduation_year` integer,
	`deadline` text,
	`recheck_on` text,
	`closes_at` integer NOT NULL,
	`recheck_at` integer,
	`unverified` integer DEFAULT false NOT NULL,
	`apply_url` text,
	`apply_email` text,
	`apply_note` text,
	`origin` text NOT NULL,
	`source_name` text,
	`source_url` text,
	`body` text NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`verified_at` integer,
	`verified_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	`hidden_reason` text,
	`import_key` text,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verified_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_newest` ON `jobs` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_closing` ON `jobs` (`closes_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_company` ON `jobs` (`company`);--> statement-breakpoint
CREATE INDEX `jobs_owner` ON `jobs` (`owner_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_import_key` ON `jobs` (`import_key`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`author_id` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`markdown` text NOT NULL,
	`blocks` text NOT NULL,
	`reading_minutes` integer NOT NULL,
	`cover` text,
	`pinned_until` text,
	`source_name` text,
	`source_url` text,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	`hidden_reason` text,
	`import_key` text,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_newest` ON `posts` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `posts_board_newest` ON `posts` (`board`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `posts_pinned` ON `posts` (`pinned_until`);--> statement-breakpoint
CREATE UNIQUE INDEX `posts_import_key` ON `posts` (`import_key`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`boards` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `role_grants_user` ON `role_grants` (`user_id`);--> statement-breakpoint
CREATE INDEX `role_grants_role` ON `role_grants` (`role`);--> statement-breakpoint
CREATE TABLE `search_docs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`ref_id` text NOT NULL,
	`board` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_ref` ON `search_docs` (`type`,`ref_id`);--> statement-breakpoint
CREATE INDEX `search_docs_board` ON `search_docs` (`board`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`asker_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`category` text NOT NULL,
	`alias` text,
	`state` text DEFAULT 'open' NOT NULL,
	`asked_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`on_duty_id` text,
	`first_answered_at` integer,
	`accepted_answer_id` text,
	`top_answer_id` text,
	`answer_count` integer DEFAULT 0 NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	`hidden_reason` text,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_duty_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `threads_newest` ON `threads` (`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_active` ON `threads` (`active_at`,`id`);--> statement-breakpoint
CREATE INDEX `threads_asker` ON `threads` (`asker_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `threads_duty` ON `threads` (`on_duty_id`,`state`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`verified` integer DEFAULT false NOT NULL,
	`college` text,
	`major` text,
	`degree` text,
	`graduation_year` integer,
	`cities` text DEFAULT '[]' NOT NULL,
	`kinds` text DEFAULT '[]' NOT NULL,
	`demo_account` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_demo_account` ON `users` (`demo_account`);