CREATE TABLE `school_majors` (
	`name` text PRIMARY KEY NOT NULL,
	`class_name` text NOT NULL,
	`category` text,
	`aliases` text NOT NULL,
	`imported_at` integer NOT NULL
);
