CREATE TABLE `wechat_pushes` (
	`id` text PRIMARY KEY NOT NULL,
	`nonce` text NOT NULL,
	`event` text NOT NULL,
	`openid` text,
	`received_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wechat_pushes_nonce` ON `wechat_pushes` (`nonce`);--> statement-breakpoint
CREATE INDEX `wechat_pushes_received` ON `wechat_pushes` (`received_at`);