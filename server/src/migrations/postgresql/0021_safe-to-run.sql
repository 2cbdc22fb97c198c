CREATE TABLE "request_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"n" integer NOT NULL,
	"reset_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "probes" (
	"id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "import_value_key" text;--> statement-breakpoint
CREATE INDEX "request_counts_reset" ON "request_counts" USING btree ("reset_at");--> statement-breakpoint
CREATE INDEX "jobs_import_value" ON "jobs" USING btree ("import_value_key");