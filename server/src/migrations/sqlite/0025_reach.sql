CREATE TABLE `notification_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`quiet` integer NOT NULL,
	`quiet_from` text NOT NULL,
	`quiet_to` text NOT NULL,
	`muted` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `follows` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`board` text,
	`company` text,
	`filter` text,
	`key` text NOT NULL,
	`mode` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_once` ON `follows` (`user_id`,`key`);--> statement-breakpoint
CREATE INDEX `follows_mode` ON `follows` (`mode`,`key`);--> statement-breakpoint
CREATE TABLE `followed_pieces` (
	`type` text NOT NULL,
	`piece_id` text NOT NULL,
	`at` integer NOT NULL,
	`told_up_to` text,
	`done_at` integer,
	PRIMARY KEY(`type`, `piece_id`)
);
--> statement-breakpoint
CREATE INDEX `followed_pieces_open` ON `followed_pieces` (`done_at`,`at`);--> statement-breakpoint
CREATE INDEX `followed_pieces_old` ON `followed_pieces` (`at`);--> statement-breakpoint
CREATE TABLE `weekly_digests` (
	`user_id` text PRIMARY KEY NOT NULL,
	`week` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `message_templates` (
	`purpose` text PRIMARY KEY NOT NULL,
	`template_id` text,
	`fields` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `message_credits` (
	`user_id` text NOT NULL,
	`template_id` text NOT NULL,
	`balance` integer NOT NULL,
	PRIMARY KEY(`user_id`, `template_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "message_credits_not_negative" CHECK(balance >= 0)
);
--> statement-breakpoint
CREATE TABLE `credit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`template_id` text NOT NULL,
	`change` integer NOT NULL,
	`cause` text NOT NULL,
	`source` text NOT NULL,
	`ref` text NOT NULL,
	`at` integer NOT NULL,
	`delivery_id` text,
	`paired_with` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credit_entries_once` ON `credit_entries` (`user_id`,`template_id`,`source`,`cause`,`ref`);--> statement-breakpoint
CREATE INDEX `credit_entries_newest` ON `credit_entries` (`user_id`,`template_id`,`at`);--> statement-breakpoint
CREATE INDEX `credit_entries_old` ON `credit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`notification_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`topic` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`reason` text,
	`errcode` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`started_at` integer,
	`settled_at` integer,
	`template_id` text,
	`msgid` text,
	`folded_into` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `deliveries_person` ON `deliveries` (`user_id`,`state`);--> statement-breakpoint
CREATE INDEX `deliveries_newest` ON `deliveries` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_folded` ON `deliveries` (`folded_into`);--> statement-breakpoint
CREATE INDEX `deliveries_told` ON `deliveries` (`user_id`,`topic`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reminders_user` ON `reminders` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `reminders_old` ON `reminders` (`at`);--> statement-breakpoint
CREATE TABLE `reminder_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
