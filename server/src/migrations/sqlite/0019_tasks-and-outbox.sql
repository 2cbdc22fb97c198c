CREATE TABLE `tasks` (
	`name` text PRIMARY KEY NOT NULL,
	`scheduled_for` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_by` text,
	`lease_until` integer,
	`last_started_at` integer,
	`last_ended_at` integer,
	`last_error` text,
	`failures` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`leased_by` text,
	`lease_until` integer,
	`last_error` text,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_settled` ON `outbox` (`settled_at`);