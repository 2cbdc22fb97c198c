CREATE TABLE "calendar_feeds" (
	"user_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closed_reports" (
	"job_id" text NOT NULL,
	"user_id" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "closed_reports_job_id_user_id_pk" PRIMARY KEY("job_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "job_duplicate_keys" (
	"key" text NOT NULL,
	"job_id" text NOT NULL,
	CONSTRAINT "job_duplicate_keys_job_id_key_pk" PRIMARY KEY("job_id","key")
);
--> statement-breakpoint
CREATE TABLE "job_major_keys" (
	"key" text NOT NULL,
	"job_id" text NOT NULL,
	CONSTRAINT "job_major_keys_job_id_key_pk" PRIMARY KEY("job_id","key")
);
--> statement-breakpoint
CREATE TABLE "saved_jobs" (
	"user_id" text NOT NULL,
	"job_id" text NOT NULL,
	"progress" text NOT NULL,
	"note" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_jobs_user_id_job_id_pk" PRIMARY KEY("user_id","job_id")
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "pay_monthly" integer;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "closed_reports" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "lint_override" jsonb;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_reports" ADD CONSTRAINT "closed_reports_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_reports" ADD CONSTRAINT "closed_reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_duplicate_keys" ADD CONSTRAINT "job_duplicate_keys_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_major_keys" ADD CONSTRAINT "job_major_keys_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_jobs" ADD CONSTRAINT "saved_jobs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_jobs" ADD CONSTRAINT "saved_jobs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "job_duplicate_keys_key" ON "job_duplicate_keys" USING btree ("key","job_id");--> statement-breakpoint
CREATE INDEX "job_major_keys_key" ON "job_major_keys" USING btree ("key","job_id");--> statement-breakpoint
CREATE INDEX "saved_jobs_recent" ON "saved_jobs" USING btree ("user_id","updated_at","job_id");--> statement-breakpoint
UPDATE "jobs" SET "pay_monthly" = round(coalesce("salary"->>'max', "salary"->>'min')::numeric * CASE "salary"->>'unit' WHEN 'day' THEN 21.75 WHEN 'hour' THEN 174 WHEN 'year' THEN 1.0 / 12 ELSE 1 END)::integer WHERE "salary" IS NOT NULL AND "salary"::text <> 'null';--> statement-breakpoint
INSERT INTO "job_major_keys" ("key", "job_id") SELECT "major", "job_id" FROM "job_majors";--> statement-breakpoint
DELETE FROM "job_majors" WHERE "major" = '';
