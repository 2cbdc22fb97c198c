ALTER TABLE `jobs` ADD `life_rank` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `author_rank` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `edited_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `jobs` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `life_rank` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `author_rank` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `edited_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `posts` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `life_rank` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `author_rank` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `life_rank` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `author_rank` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
UPDATE jobs SET author_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM role_grants WHERE user_id = jobs.owner_id), 0);
--> statement-breakpoint
UPDATE posts SET author_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM role_grants WHERE user_id = posts.author_id), 0);
--> statement-breakpoint
UPDATE threads SET author_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM role_grants WHERE user_id = threads.asker_id), 0) WHERE alias IS NULL;
--> statement-breakpoint
UPDATE answers SET author_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM role_grants WHERE user_id = answers.author_id), 0);
--> statement-breakpoint
UPDATE answers SET author_rank = 2 WHERE official AND author_rank < 2;
--> statement-breakpoint
UPDATE answers SET author_rank = 0, official = false WHERE EXISTS (SELECT 1 FROM threads WHERE threads.id = answers.thread_id AND threads.alias IS NOT NULL AND threads.asker_id = answers.author_id);
--> statement-breakpoint
UPDATE jobs SET life_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM audit_log JOIN role_grants ON user_id = actor_id WHERE action = 'moderation.hide' AND target_type = 'job' AND target_id = jobs.id), 2) WHERE life = 'hidden';
--> statement-breakpoint
UPDATE posts SET life_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM audit_log JOIN role_grants ON user_id = actor_id WHERE action = 'moderation.hide' AND target_type = 'post' AND target_id = posts.id), 2) WHERE life = 'hidden';
--> statement-breakpoint
UPDATE threads SET life_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM audit_log JOIN role_grants ON user_id = actor_id WHERE action = 'moderation.hide' AND target_type = 'thread' AND target_id = threads.id), 2) WHERE life = 'hidden';
--> statement-breakpoint
UPDATE answers SET life_rank = coalesce((SELECT max(case role when 'admin' then 3 when 'teacher' then 2 when 'lead' then 1 else 0 end) FROM audit_log JOIN role_grants ON user_id = actor_id WHERE action = 'moderation.hide' AND target_type = 'answer' AND target_id = answers.id), 2) WHERE life = 'hidden';
