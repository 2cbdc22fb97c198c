CREATE TABLE "school_majors" (
	"name" text PRIMARY KEY NOT NULL,
	"class_name" text NOT NULL,
	"category" text,
	"aliases" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
