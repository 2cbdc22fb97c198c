CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`type` text NOT NULL,
	`target_id` text NOT NULL,
	`board` text NOT NULL,
	`author_id` text NOT NULL,
	`least_rank` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	`urgent` integer DEFAULT false NOT NULL,
	`care` integer DEFAULT false NOT NULL,
	`for_teachers` integer DEFAULT false NOT NULL,
	`held` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`open_key` text,
	`round` integer DEFAULT 0 NOT NULL,
	`verdict` text,
	`reports` text,
	`claimed_by_id` text,
	`claimed_until` integer,
	`decided_by_id` text,
	`ended_at` integer,
	`decided_rank` integer,
	`action` text,
	`reasons` text,
	`note` text,
	`marks` text,
	`left_life` text,
	`left_version` integer,
	`before` text,
	`against_id` text,
	`appeal_text` text,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open` ON `cases` (`open_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_against` ON `cases` (`against_id`);--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`state`,`kind`,`board`,`opened_at`);--> statement-breakpoint
CREATE INDEX `cases_decided` ON `cases` (`state`,`kind`,`action`,`ended_at`);--> statement-breakpoint
CREATE INDEX `cases_target` ON `cases` (`type`,`target_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `cases_author` ON `cases` (`author_id`);--> statement-breakpoint
CREATE INDEX `cases_ended` ON `cases` (`ended_at`);--> statement-breakpoint
CREATE TABLE `content_verdicts` (
	`type` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`verdict` text NOT NULL,
	`trace_ids` text NOT NULL,
	PRIMARY KEY(`type`, `id`)
);
--> statement-breakpoint
CREATE INDEX `content_verdicts_oldest` ON `content_verdicts` (`at`);--> statement-breakpoint
CREATE TABLE `media_checks` (
	`upload_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`trace_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_checks_trace` ON `media_checks` (`trace_id`);--> statement-breakpoint
CREATE TABLE `media_verdicts` (
	`trace_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_verdicts_oldest` ON `media_verdicts` (`at`);--> statement-breakpoint
CREATE TABLE `care_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`lines` text NOT NULL,
	`person_name` text,
	`person_about` text,
	`person_id` text,
	`promise` text,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `thread_voices` (
	`thread_id` text NOT NULL,
	`user_id` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `user_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thread_voices_number` ON `thread_voices` (`thread_id`,`n`);--> statement-breakpoint
CREATE INDEX `thread_voices_user` ON `thread_voices` (`user_id`);--> statement-breakpoint
CREATE TABLE `thread_follows` (
	`thread_id` text NOT NULL,
	`user_id` text NOT NULL,
	`followed_at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `user_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `thread_follows_user` ON `thread_follows` (`user_id`,`followed_at`);--> statement-breakpoint
CREATE TABLE `answer_votes` (
	`answer_id` text NOT NULL,
	`user_id` text NOT NULL,
	`voted_at` integer NOT NULL,
	PRIMARY KEY(`answer_id`, `user_id`),
	FOREIGN KEY (`answer_id`) REFERENCES `answers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answer_votes_user` ON `answer_votes` (`user_id`,`voted_at`);--> statement-breakpoint
CREATE TABLE `thread_duties` (
	`thread_id` text NOT NULL,
	`position` integer NOT NULL,
	`step` integer NOT NULL,
	`person_id` text,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `position`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_duties_person` ON `thread_duties` (`person_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`reporter_id` text,
	`target_type` text NOT NULL,
	`target_id` text NOT NULL,
	`thread_id` text,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`verified` integer NOT NULL,
	`case_id` text,
	`state` text NOT NULL,
	`open_key` text,
	`action` text,
	`decided_by_id` text,
	`decided_at` integer,
	`outcome_note` text,
	`asked_teacher_at` integer,
	FOREIGN KEY (`reporter_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_open` ON `reports` (`open_key`);--> statement-breakpoint
CREATE INDEX `reports_mine` ON `reports` (`reporter_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_target` ON `reports` (`target_type`,`target_id`,`state`);--> statement-breakpoint
CREATE INDEX `reports_case` ON `reports` (`case_id`);--> statement-breakpoint
CREATE INDEX `reports_decided` ON `reports` (`decided_at`);--> statement-breakpoint
CREATE TABLE `duty_clocks` (
	`board` text PRIMARY KEY NOT NULL,
	`answer_hours` integer DEFAULT 24 NOT NULL,
	`clock` text DEFAULT 'hours' NOT NULL,
	`opens_at` text DEFAULT '08:00' NOT NULL,
	`closes_at` text DEFAULT '22:00' NOT NULL,
	`step_hours` integer DEFAULT 4 NOT NULL,
	`teacher_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`teacher_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `duty_admins` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`user_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_admins_person` ON `duty_admins` (`board`,`user_id`);--> statement-breakpoint
CREATE INDEX `duty_admins_user` ON `duty_admins` (`user_id`);--> statement-breakpoint
CREATE TABLE `duty_rotas` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`starts_on` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_rotas_start` ON `duty_rotas` (`board`,`starts_on`);--> statement-breakpoint
CREATE TABLE `duty_shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`rota_id` text NOT NULL,
	`category` text,
	`weekday` integer NOT NULL,
	`person_id` text,
	`deputy_id` text,
	FOREIGN KEY (`rota_id`) REFERENCES `duty_rotas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duty_shifts_rota` ON `duty_shifts` (`rota_id`);--> statement-breakpoint
CREATE INDEX `duty_shifts_person` ON `duty_shifts` (`person_id`);--> statement-breakpoint
CREATE INDEX `duty_shifts_deputy` ON `duty_shifts` (`deputy_id`);--> statement-breakpoint
CREATE TABLE `duty_covers` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`for_id` text,
	`person_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`for_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `duty_covers_time` ON `duty_covers` (`board`,`ends_at`);--> statement-breakpoint
CREATE INDEX `duty_covers_for` ON `duty_covers` (`for_id`);--> statement-breakpoint
CREATE INDEX `duty_covers_person` ON `duty_covers` (`person_id`);--> statement-breakpoint
CREATE TABLE `duty_swaps` (
	`id` text PRIMARY KEY NOT NULL,
	`board` text NOT NULL,
	`day` text NOT NULL,
	`from_time` text,
	`by_id` text NOT NULL,
	`to_id` text,
	`state` text DEFAULT 'open' NOT NULL,
	`open_key` text,
	`asked_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by_id` text,
	FOREIGN KEY (`board`) REFERENCES `boards`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_swaps_open` ON `duty_swaps` (`open_key`);--> statement-breakpoint
CREATE INDEX `duty_swaps_time` ON `duty_swaps` (`board`,`ends_at`);--> statement-breakpoint
CREATE INDEX `duty_swaps_by` ON `duty_swaps` (`by_id`);--> statement-breakpoint
CREATE INDEX `duty_swaps_to` ON `duty_swaps` (`to_id`);--> statement-breakpoint
CREATE INDEX `duty_swaps_settled_by` ON `duty_swaps` (`settled_by_id`);--> statement-breakpoint
CREATE TABLE `duty_absences` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `duty_absences_user` ON `duty_absences` (`user_id`,`last_day`);--> statement-breakpoint
CREATE TABLE `duty_calendars` (
	`year` integer PRIMARY KEY NOT NULL,
	`days` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`ref_type` text,
	`ref_id` text,
	`data` text DEFAULT '{}' NOT NULL,
	`fold_key` text NOT NULL,
	`cause_id` text,
	`count` integer DEFAULT 1 NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notifications_newest` ON `notifications` (`user_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_fold` ON `notifications` (`user_id`,`read_at`,`fold_key`,`at`);--> statement-breakpoint
CREATE INDEX `notifications_cause` ON `notifications` (`cause_id`);--> statement-breakpoint
CREATE INDEX `notifications_old` ON `notifications` (`at`);--> statement-breakpoint
ALTER TABLE `mutes` ADD `anonymous_only` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `revisions` ADD `thread_id` text REFERENCES threads(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `revisions` ADD `answer_id` text REFERENCES answers(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `revisions_thread` ON `revisions` (`thread_id`);--> statement-breakpoint
CREATE INDEX `revisions_answer` ON `revisions` (`answer_id`);--> statement-breakpoint
ALTER TABLE `threads` ADD `escalation` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `promised_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `solved_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `unsolved_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `closed_reason` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `closed_rank` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `merged_into_id` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `written_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `appeared_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `edits` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `never_seen` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `returned_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `threads` ADD `returned_at` integer;--> statement-breakpoint
CREATE INDEX `threads_tabs` ON `threads` (`board`,`life`,`state`,`category`,`top_answer_id`);--> statement-breakpoint
CREATE INDEX `threads_due` ON `threads` (`state`,`due_at`);--> statement-breakpoint
ALTER TABLE `answers` ADD `anonymous` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `useful_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `written_at` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `appeared_at` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `edits` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `never_seen` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `returned_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `answers` ADD `returned_at` integer;
--> statement-breakpoint
UPDATE answers SET anonymous = true WHERE EXISTS (SELECT 1 FROM threads WHERE threads.id = answers.thread_id AND threads.alias IS NOT NULL AND threads.asker_id = answers.author_id);
--> statement-breakpoint
UPDATE answers SET answered_at = answered_at / 60000 * 60000 WHERE anonymous;
--> statement-breakpoint
UPDATE threads SET asked_at = asked_at / 60000 * 60000, active_at = active_at / 60000 * 60000, due_at = due_at / 60000 * 60000 WHERE alias IS NOT NULL;
--> statement-breakpoint
DELETE FROM `search_docs`;
--> statement-breakpoint
DELETE FROM `search_terms`;
