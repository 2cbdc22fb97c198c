ALTER TABLE `users` ADD `student_no` text;--> statement-breakpoint
ALTER TABLE `users` ADD `class_name` text;--> statement-breakpoint
CREATE UNIQUE INDEX `users_student_no` ON `users` (`student_no`);