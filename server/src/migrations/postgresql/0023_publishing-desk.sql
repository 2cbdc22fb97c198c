CREATE TABLE "blobs" (
	"key" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"files" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"uploader_id" text NOT NULL,
	"blob_key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upload_uses" (
	"upload_id" text NOT NULL,
	"holder_type" text NOT NULL,
	"holder_id" text NOT NULL,
	"piece_type" text NOT NULL,
	"piece_id" text NOT NULL,
	"open" boolean NOT NULL,
	CONSTRAINT "upload_uses_upload_id_holder_type_holder_id_pk" PRIMARY KEY("upload_id","holder_type","holder_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"type" text NOT NULL,
	"piece_id" text NOT NULL,
	"job_id" text,
	"post_id" text,
	"rev" integer NOT NULL,
	"version" integer NOT NULL,
	"words" jsonb NOT NULL,
	"kind" text NOT NULL,
	"changed" jsonb NOT NULL,
	"by_id" text NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone,
	"settled" boolean NOT NULL,
	"seen" boolean NOT NULL,
	CONSTRAINT "revisions_type_piece_id_rev_pk" PRIMARY KEY("type","piece_id","rev")
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"type" text NOT NULL,
	"piece_id" text NOT NULL,
	"job_id" text,
	"post_id" text,
	"editor_id" text NOT NULL,
	"words" jsonb NOT NULL,
	"base_version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "working_copies_type_piece_id_editor_id_pk" PRIMARY KEY("type","piece_id","editor_id")
);
--> statement-breakpoint
CREATE TABLE "must_reads" (
	"post_id" text PRIMARY KEY NOT NULL,
	"audience" jsonb NOT NULL,
	"due_at" text,
	"todo" text NOT NULL,
	"todo_url" text,
	"round" integer DEFAULT 1 NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_reads" (
	"post_id" text NOT NULL,
	"user_id" text NOT NULL,
	"round" integer NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_reads_post_id_user_id_pk" PRIMARY KEY("post_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "post_feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "portrayals" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text,
	"uses" jsonb NOT NULL,
	"way" text NOT NULL,
	"given_on" text,
	"recorded_by_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by_id" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "share_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"id" text PRIMARY KEY NOT NULL,
	"set_id" text NOT NULL,
	"group_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_id" text NOT NULL,
	"style" jsonb NOT NULL,
	"parts" jsonb NOT NULL,
	"link" text,
	"sent_at" timestamp (3) with time zone,
	"sent_by_id" text
);
--> statement-breakpoint
CREATE TABLE "digest_items" (
	"digest_id" text NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"piece_id" text NOT NULL,
	CONSTRAINT "digest_items_digest_id_position_pk" PRIMARY KEY("digest_id","position")
);
--> statement-breakpoint
CREATE TABLE "share_opens" (
	"group_id" text NOT NULL,
	"type" text NOT NULL,
	"piece_id" text NOT NULL,
	"day" text NOT NULL,
	"opens" integer NOT NULL,
	CONSTRAINT "share_opens_group_id_type_piece_id_day_pk" PRIMARY KEY("group_id","type","piece_id","day")
);
--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "consent_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "unfinished" jsonb;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "never_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "publish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "unpublish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "returned_by_id" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "unfinished" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "never_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "publish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "unpublish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "returned_by_id" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_uploader_id_users_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_blob_key_blobs_key_fk" FOREIGN KEY ("blob_key") REFERENCES "public"."blobs"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_uses" ADD CONSTRAINT "upload_uses_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_editor_id_users_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "must_reads" ADD CONSTRAINT "must_reads_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_reads" ADD CONSTRAINT "post_reads_post_id_must_reads_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."must_reads"("post_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_reads" ADD CONSTRAINT "post_reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_feedback" ADD CONSTRAINT "post_feedback_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_feedback" ADD CONSTRAINT "post_feedback_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portrayals" ADD CONSTRAINT "portrayals_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portrayals" ADD CONSTRAINT "portrayals_subject_id_users_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portrayals" ADD CONSTRAINT "portrayals_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portrayals" ADD CONSTRAINT "portrayals_withdrawn_by_id_users_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_group_id_share_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."share_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_sent_by_id_users_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_opens" ADD CONSTRAINT "share_opens_group_id_share_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."share_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blobs_sha256" ON "blobs" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "uploads_uploader" ON "uploads" USING btree ("uploader_id","created_at");--> statement-breakpoint
CREATE INDEX "uploads_blob" ON "uploads" USING btree ("blob_key");--> statement-breakpoint
CREATE INDEX "uploads_oldest" ON "uploads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "upload_uses_holder" ON "upload_uses" USING btree ("holder_type","holder_id");--> statement-breakpoint
CREATE INDEX "upload_uses_piece" ON "upload_uses" USING btree ("piece_type","piece_id");--> statement-breakpoint
CREATE INDEX "revisions_job" ON "revisions" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "revisions_post" ON "revisions" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "revisions_replaced" ON "revisions" USING btree ("replaced_at");--> statement-breakpoint
CREATE INDEX "revisions_by" ON "revisions" USING btree ("by_id","at");--> statement-breakpoint
CREATE INDEX "working_copies_editor" ON "working_copies" USING btree ("editor_id");--> statement-breakpoint
CREATE INDEX "working_copies_job" ON "working_copies" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "working_copies_post" ON "working_copies" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "working_copies_saved" ON "working_copies" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "must_reads_asked" ON "must_reads" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "post_reads_user" ON "post_reads" USING btree ("user_id","read_at");--> statement-breakpoint
CREATE UNIQUE INDEX "post_feedback_voice" ON "post_feedback" USING btree ("post_id","user_id","kind");--> statement-breakpoint
CREATE INDEX "post_feedback_newest" ON "post_feedback" USING btree ("post_id","at","id");--> statement-breakpoint
CREATE INDEX "post_feedback_user" ON "post_feedback" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "post_feedback_settled" ON "post_feedback" USING btree ("settled_at");--> statement-breakpoint
CREATE INDEX "portrayals_post" ON "portrayals" USING btree ("post_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "portrayals_subject" ON "portrayals" USING btree ("subject_id","recorded_at");--> statement-breakpoint
CREATE INDEX "portrayals_withdrawn" ON "portrayals" USING btree ("withdrawn_at");--> statement-breakpoint
CREATE UNIQUE INDEX "share_groups_name" ON "share_groups" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "digests_newest" ON "digests" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "digests_group" ON "digests" USING btree ("group_id","sent_at");--> statement-breakpoint
CREATE INDEX "share_opens_day" ON "share_opens" USING btree ("day");--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_returned_by_id_users_id_fk" FOREIGN KEY ("returned_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_returned_by_id_users_id_fk" FOREIGN KEY ("returned_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "users_class" ON "users" USING btree ("graduation_year","college","class_name");--> statement-breakpoint
CREATE INDEX "jobs_verifier" ON "jobs" USING btree ("verified_by_id","verified_at");--> statement-breakpoint
CREATE INDEX "jobs_in_review" ON "jobs" USING btree ("board","submitted_at") WHERE life = 'in-review';--> statement-breakpoint
CREATE INDEX "jobs_publish_at" ON "jobs" USING btree ("publish_at");--> statement-breakpoint
CREATE INDEX "jobs_unpublish_at" ON "jobs" USING btree ("unpublish_at");--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("author_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "posts_in_review" ON "posts" USING btree ("board","submitted_at") WHERE life = 'in-review';--> statement-breakpoint
CREATE INDEX "posts_publish_at" ON "posts" USING btree ("publish_at");--> statement-breakpoint
CREATE INDEX "posts_unpublish_at" ON "posts" USING btree ("unpublish_at");--> statement-breakpoint
CREATE INDEX "answers_author" ON "answers" USING btree ("author_id","answered_at");--> statement-breakpoint
CREATE INDEX "saved_jobs_job" ON "saved_jobs" USING btree ("job_id");--> statement-breakpoint
-- Articles about a person ask for consent; the board of exemplars by its first name is the one that there is.
UPDATE "boards" SET "consent_required" = true WHERE "slug" = 'exemplars';
