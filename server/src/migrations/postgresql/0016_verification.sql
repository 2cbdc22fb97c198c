CREATE TABLE "claim_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"forget_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "class_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"college" text NOT NULL,
	"class_name" text NOT NULL,
	"graduation_year" integer NOT NULL,
	"created_by_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roster_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"student_no" text NOT NULL,
	"name" text NOT NULL,
	"college" text NOT NULL,
	"major" text NOT NULL,
	"class_name" text NOT NULL,
	"graduation_year" integer NOT NULL,
	"user_id" text,
	"bound_at" timestamp (3) with time zone,
	"class_code_id" text,
	"left_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "class_codes" ADD CONSTRAINT "class_codes_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_class_code_id_class_codes_id_fk" FOREIGN KEY ("class_code_id") REFERENCES "public"."class_codes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_attempts_forget" ON "claim_attempts" USING btree ("forget_at");--> statement-breakpoint
CREATE INDEX "class_codes_class" ON "class_codes" USING btree ("graduation_year","class_name");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_entries_student_no" ON "roster_entries" USING btree ("student_no");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_entries_user" ON "roster_entries" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "roster_entries_class" ON "roster_entries" USING btree ("graduation_year","college","class_name");--> statement-breakpoint
CREATE INDEX "roster_entries_code" ON "roster_entries" USING btree ("class_code_id");