ALTER TABLE "users" ADD COLUMN "student_no" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "class_name" text;--> statement-breakpoint
CREATE UNIQUE INDEX "users_student_no" ON "users" USING btree ("student_no");