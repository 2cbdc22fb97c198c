CREATE TABLE `blobs` (
	`key` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`files` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blobs_sha256` ON `blobs` (`sha256`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`uploader_id` text NOT NULL,
	`blob_key` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`width` integer,
	`height` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`uploader_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`blob_key`) REFERENCES `blobs`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_uploader` ON `uploads` (`uploader_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `uploads_blob` ON `uploads` (`blob_key`);--> statement-breakpoint
CREATE INDEX `uploads_oldest` ON `uploads` (`created_at`);--> statement-breakpoint
CREATE TABLE `upload_uses` (
	`upload_id` text NOT NULL,
	`holder_type` text NOT NULL,
	`holder_id` text NOT NULL,
	`piece_type` text NOT NULL,
	`piece_id` text NOT NULL,
	`open` integer NOT NULL,
	PRIMARY KEY(`upload_id`, `holder_type`, `holder_id`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `upload_uses_holder` ON `upload_uses` (`holder_type`,`holder_id`);--> statement-breakpoint
CREATE INDEX `upload_uses_piece` ON `upload_uses` (`piece_type`,`piece_id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`type` text NOT NULL,
	`piece_id` text NOT NULL,
	`job_id` text,
	`post_id` text,
	`rev` integer NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`kind` text NOT NULL,
	`changed` text NOT NULL,
	`by_id` text NOT NULL,
	`begun_at` integer NOT NULL,
	`at` integer NOT NULL,
	`replaced_at` integer,
	`settled` integer NOT NULL,
	`seen` integer NOT NULL,
	PRIMARY KEY(`type`, `piece_id`, `rev`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revisions_job` ON `revisions` (`job_id`);--> statement-breakpoint
CREATE INDEX `revisions_post` ON `revisions` (`post_id`);--> statement-breakpoint
CREATE INDEX `revisions_replaced` ON `revisions` (`replaced_at`);--> statement-breakpoint
CREATE INDEX `revisions_by` ON `revisions` (`by_id`,`at`);--> statement-breakpoint
CREATE TABLE `working_copies` (
	`type` text NOT NULL,
	`piece_id` text NOT NULL,
	`job_id` text,
	`post_id` text,
	`editor_id` text NOT NULL,
	`words` text NOT NULL,
	`base_version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`type`, `piece_id`, `editor_id`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `working_copies_editor` ON `working_copies` (`editor_id`);--> statement-breakpoint
CREATE INDEX `working_copies_job` ON `working_copies` (`job_id`);--> statement-breakpoint
CREATE INDEX `working_copies_post` ON `working_copies` (`post_id`);--> statement-breakpoint
CREATE INDEX `working_copies_saved` ON `working_copies` (`saved_at`);--> statement-breakpoint
CREATE TABLE `must_reads` (
	`post_id` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`due_at` text,
	`todo` text NOT NULL,
	`todo_url` text,
	`round` integer DEFAULT 1 NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `must_reads_asked` ON `must_reads` (`asked_at`);--> statement-breakpoint
CREATE TABLE `post_reads` (
	`post_id` text NOT NULL,
	`user_id` text NOT NULL,
	`round` integer NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `user_id`),
	FOREIGN KEY (`post_id`) REFERENCES `must_reads`(`post_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `post_reads_user` ON `post_reads` (`user_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `post_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer,
	`settled_at` integer,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `post_feedback_voice` ON `post_feedback` (`post_id`,`user_id`,`kind`);--> statement-breakpoint
CREATE INDEX `post_feedback_newest` ON `post_feedback` (`post_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `post_feedback_user` ON `post_feedback` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `post_feedback_settled` ON `post_feedback` (`settled_at`);--> statement-breakpoint
CREATE TABLE `portrayals` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text,
	`uses` text NOT NULL,
	`way` text NOT NULL,
	`given_on` text,
	`recorded_by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_by_id` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`subject_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `portrayals_post` ON `portrayals` (`post_id`,`recorded_at`,`id`);--> statement-breakpoint
CREATE INDEX `portrayals_subject` ON `portrayals` (`subject_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `portrayals_withdrawn` ON `portrayals` (`withdrawn_at`);--> statement-breakpoint
CREATE TABLE `share_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_groups_name` ON `share_groups` (`name_key`);--> statement-breakpoint
CREATE TABLE `digests` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`group_id` text,
	`created_at` integer NOT NULL,
	`created_by_id` text NOT NULL,
	`style` text NOT NULL,
	`parts` text NOT NULL,
	`link` text,
	`sent_at` integer,
	`sent_by_id` text,
	FOREIGN KEY (`group_id`) REFERENCES `share_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `digests_newest` ON `digests` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `digests_group` ON `digests` (`group_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `digest_items` (
	`digest_id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`piece_id` text NOT NULL,
	PRIMARY KEY(`digest_id`, `position`),
	FOREIGN KEY (`digest_id`) REFERENCES `digests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `share_opens` (
	`group_id` text NOT NULL,
	`type` text NOT NULL,
	`piece_id` text NOT NULL,
	`day` text NOT NULL,
	`opens` integer NOT NULL,
	PRIMARY KEY(`group_id`, `type`, `piece_id`, `day`),
	FOREIGN KEY (`group_id`) REFERENCES `share_groups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `share_opens_day` ON `share_opens` (`day`);--> statement-breakpoint
ALTER TABLE `boards` ADD `consent_required` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `unfinished` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `never_seen` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `publish_at` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `unpublish_at` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `returned_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `jobs` ADD `returned_at` integer;--> statement-breakpoint
CREATE INDEX `jobs_verifier` ON `jobs` (`verified_by_id`,`verified_at`);--> statement-breakpoint
CREATE INDEX `jobs_in_review` ON `jobs` (`board`,`submitted_at`) WHERE life = 'in-review';--> statement-breakpoint
CREATE INDEX `jobs_publish_at` ON `jobs` (`publish_at`);--> statement-breakpoint
CREATE INDEX `jobs_unpublish_at` ON `jobs` (`unpublish_at`);--> statement-breakpoint
ALTER TABLE `posts` ADD `unfinished` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `never_seen` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `publish_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `unpublish_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `returned_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `posts` ADD `returned_at` integer;--> statement-breakpoint
CREATE INDEX `posts_author` ON `posts` (`author_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `posts_in_review` ON `posts` (`board`,`submitted_at`) WHERE life = 'in-review';--> statement-breakpoint
CREATE INDEX `posts_publish_at` ON `posts` (`publish_at`);--> statement-breakpoint
CREATE INDEX `posts_unpublish_at` ON `posts` (`unpublish_at`);--> statement-breakpoint
CREATE INDEX `users_class` ON `users` (`graduation_year`,`college`,`class_name`);--> statement-breakpoint
CREATE INDEX `answers_author` ON `answers` (`author_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `saved_jobs_job` ON `saved_jobs` (`job_id`);--> statement-breakpoint
-- Articles about a person ask for consent; the board of exemplars by its first name is the one that there is.
UPDATE `boards` SET `consent_required` = true WHERE `slug` = 'exemplars';
