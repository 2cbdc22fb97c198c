CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"type" text NOT NULL,
	"target_id" text NOT NULL,
	"board" text NOT NULL,
	"author_id" text NOT NULL,
	"least_rank" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"care" boolean DEFAULT false NOT NULL,
	"for_teachers" boolean DEFAULT false NOT NULL,
	"held" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"open_key" text,
	"round" integer DEFAULT 0 NOT NULL,
	"verdict" jsonb,
	"reports" jsonb,
	"claimed_by_id" text,
	"claimed_until" timestamp (3) with time zone,
	"decided_by_id" text,
	"ended_at" timestamp (3) with time zone,
	"decided_rank" integer,
	"action" text,
	"reasons" jsonb,
	"note" text,
	"marks" jsonb,
	"left_life" text,
	"left_version" integer,
	"before" jsonb,
	"against_id" text,
	"appeal_text" text
);
--> statement-breakpoint
CREATE TABLE "content_verdicts" (
	"type" text NOT NULL,
	"id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"verdict" jsonb NOT NULL,
	"trace_ids" jsonb NOT NULL,
	CONSTRAINT "content_verdicts_type_id_pk" PRIMARY KEY("type","id")
);
--> statement-breakpoint
CREATE TABLE "media_checks" (
	"upload_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"trace_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media_verdicts" (
	"trace_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"person_name" text,
	"person_about" text,
	"person_id" text,
	"promise" text,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_voices" (
	"thread_id" text NOT NULL,
	"user_id" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "thread_voices_thread_id_user_id_pk" PRIMARY KEY("thread_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "thread_follows" (
	"thread_id" text NOT NULL,
	"user_id" text NOT NULL,
	"followed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thread_follows_thread_id_user_id_pk" PRIMARY KEY("thread_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "answer_votes" (
	"answer_id" text NOT NULL,
	"user_id" text NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_votes_answer_id_user_id_pk" PRIMARY KEY("answer_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "thread_duties" (
	"thread_id" text NOT NULL,
	"position" integer NOT NULL,
	"step" integer NOT NULL,
	"person_id" text,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thread_duties_thread_id_position_pk" PRIMARY KEY("thread_id","position")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"reporter_id" text,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"thread_id" text,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"verified" boolean NOT NULL,
	"case_id" text,
	"state" text NOT NULL,
	"open_key" text,
	"action" text,
	"decided_by_id" text,
	"decided_at" timestamp (3) with time zone,
	"outcome_note" text,
	"asked_teacher_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "duty_clocks" (
	"board" text PRIMARY KEY NOT NULL,
	"answer_hours" integer DEFAULT 24 NOT NULL,
	"clock" text DEFAULT 'hours' NOT NULL,
	"opens_at" text DEFAULT '08:00' NOT NULL,
	"closes_at" text DEFAULT '22:00' NOT NULL,
	"step_hours" integer DEFAULT 4 NOT NULL,
	"teacher_id" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_admins" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"user_id" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_rotas" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"starts_on" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"rota_id" text NOT NULL,
	"category" text,
	"weekday" integer NOT NULL,
	"person_id" text,
	"deputy_id" text
);
--> statement-breakpoint
CREATE TABLE "duty_covers" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"for_id" text,
	"person_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_swaps" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"day" text NOT NULL,
	"from_time" text,
	"by_id" text NOT NULL,
	"to_id" text,
	"state" text DEFAULT 'open' NOT NULL,
	"open_key" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by_id" text
);
--> statement-breakpoint
CREATE TABLE "duty_absences" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"first_day" text NOT NULL,
	"last_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_calendars" (
	"year" integer PRIMARY KEY NOT NULL,
	"days" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"ref_type" text,
	"ref_id" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"fold_key" text NOT NULL,
	"cause_id" text,
	"count" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "mutes" ADD COLUMN "anonymous_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "thread_id" text;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "answer_id" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "escalation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "promised_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "solved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "unsolved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "closed_by" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "closed_reason" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "closed_rank" integer;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "written_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "appeared_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "edits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "never_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "returned_by_id" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "anonymous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "useful_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "written_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "appeared_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "edits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "never_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "returned_by_id" text;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_claimed_by_id_users_id_fk" FOREIGN KEY ("claimed_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_settings" ADD CONSTRAINT "care_settings_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_voices" ADD CONSTRAINT "thread_voices_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_voices" ADD CONSTRAINT "thread_voices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD CONSTRAINT "thread_follows_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD CONSTRAINT "thread_follows_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_votes" ADD CONSTRAINT "answer_votes_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_votes" ADD CONSTRAINT "answer_votes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_duties" ADD CONSTRAINT "thread_duties_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_duties" ADD CONSTRAINT "thread_duties_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_clocks" ADD CONSTRAINT "duty_clocks_board_boards_slug_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_clocks" ADD CONSTRAINT "duty_clocks_teacher_id_users_id_fk" FOREIGN KEY ("teacher_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_admins" ADD CONSTRAINT "duty_admins_board_boards_slug_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_admins" ADD CONSTRAINT "duty_admins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_rotas" ADD CONSTRAINT "duty_rotas_board_boards_slug_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_rota_id_duty_rotas_id_fk" FOREIGN KEY ("rota_id") REFERENCES "public"."duty_rotas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_deputy_id_users_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_covers" ADD CONSTRAINT "duty_covers_board_boards_slug_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_covers" ADD CONSTRAINT "duty_covers_for_id_users_id_fk" FOREIGN KEY ("for_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_covers" ADD CONSTRAINT "duty_covers_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_board_boards_slug_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_to_id_users_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_settled_by_id_users_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_absences" ADD CONSTRAINT "duty_absences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open" ON "cases" USING btree ("open_key");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_against" ON "cases" USING btree ("against_id");--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("state","kind","board","opened_at");--> statement-breakpoint
CREATE INDEX "cases_decided" ON "cases" USING btree ("state","kind","action","ended_at");--> statement-breakpoint
CREATE INDEX "cases_target" ON "cases" USING btree ("type","target_id","ended_at");--> statement-breakpoint
CREATE INDEX "cases_author" ON "cases" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "cases_ended" ON "cases" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "content_verdicts_oldest" ON "content_verdicts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "media_checks_trace" ON "media_checks" USING btree ("trace_id");--> statement-breakpoint
CREATE INDEX "media_verdicts_oldest" ON "media_verdicts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_voices_number" ON "thread_voices" USING btree ("thread_id","n");--> statement-breakpoint
CREATE INDEX "thread_voices_user" ON "thread_voices" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "thread_follows_user" ON "thread_follows" USING btree ("user_id","followed_at");--> statement-breakpoint
CREATE INDEX "answer_votes_user" ON "answer_votes" USING btree ("user_id","voted_at");--> statement-breakpoint
CREATE INDEX "thread_duties_person" ON "thread_duties" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_open" ON "reports" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "reports_mine" ON "reports" USING btree ("reporter_id","at","id");--> statement-breakpoint
CREATE INDEX "reports_target" ON "reports" USING btree ("target_type","target_id","state");--> statement-breakpoint
CREATE INDEX "reports_case" ON "reports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "reports_decided" ON "reports" USING btree ("decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_admins_person" ON "duty_admins" USING btree ("board","user_id");--> statement-breakpoint
CREATE INDEX "duty_admins_user" ON "duty_admins" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_rotas_start" ON "duty_rotas" USING btree ("board","starts_on");--> statement-breakpoint
CREATE INDEX "duty_shifts_rota" ON "duty_shifts" USING btree ("rota_id");--> statement-breakpoint
CREATE INDEX "duty_shifts_person" ON "duty_shifts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "duty_shifts_deputy" ON "duty_shifts" USING btree ("deputy_id");--> statement-breakpoint
CREATE INDEX "duty_covers_time" ON "duty_covers" USING btree ("board","ends_at");--> statement-breakpoint
CREATE INDEX "duty_covers_for" ON "duty_covers" USING btree ("for_id");--> statement-breakpoint
CREATE INDEX "duty_covers_person" ON "duty_covers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_swaps_open" ON "duty_swaps" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "duty_swaps_time" ON "duty_swaps" USING btree ("board","ends_at");--> statement-breakpoint
CREATE INDEX "duty_swaps_by" ON "duty_swaps" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "duty_swaps_to" ON "duty_swaps" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "duty_swaps_settled_by" ON "duty_swaps" USING btree ("settled_by_id");--> statement-breakpoint
CREATE INDEX "duty_absences_user" ON "duty_absences" USING btree ("user_id","last_day");--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("user_id","at","id");--> statement-breakpoint
CREATE INDEX "notifications_fold" ON "notifications" USING btree ("user_id","read_at","fold_key","at");--> statement-breakpoint
CREATE INDEX "notifications_cause" ON "notifications" USING btree ("cause_id");--> statement-breakpoint
CREATE INDEX "notifications_old" ON "notifications" USING btree ("at");--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_returned_by_id_users_id_fk" FOREIGN KEY ("returned_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_returned_by_id_users_id_fk" FOREIGN KEY ("returned_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revisions_thread" ON "revisions" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "revisions_answer" ON "revisions" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "threads_tabs" ON "threads" USING btree ("board","life","state","category","top_answer_id");--> statement-breakpoint
CREATE INDEX "threads_due" ON "threads" USING btree ("state","due_at");
--> statement-breakpoint
UPDATE answers SET anonymous = true WHERE EXISTS (SELECT 1 FROM threads WHERE threads.id = answers.thread_id AND threads.alias IS NOT NULL AND threads.asker_id = answers.author_id);
--> statement-breakpoint
UPDATE answers SET answered_at = date_trunc('minute', answered_at) WHERE anonymous;
--> statement-breakpoint
UPDATE threads SET asked_at = date_trunc('minute', asked_at), active_at = date_trunc('minute', active_at), due_at = date_trunc('minute', due_at) WHERE alias IS NOT NULL;
--> statement-breakpoint
DELETE FROM "search_docs";
