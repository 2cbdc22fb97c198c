CREATE TABLE "notification_settings" (
	"user_id" text PRIMARY KEY NOT NULL,
	"quiet" boolean NOT NULL,
	"quiet_from" text NOT NULL,
	"quiet_to" text NOT NULL,
	"muted" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"board" text,
	"company" text,
	"filter" jsonb,
	"key" text NOT NULL,
	"mode" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "followed_pieces" (
	"type" text NOT NULL,
	"piece_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"told_up_to" text,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "followed_pieces_type_piece_id_pk" PRIMARY KEY("type","piece_id")
);
--> statement-breakpoint
CREATE TABLE "weekly_digests" (
	"user_id" text PRIMARY KEY NOT NULL,
	"week" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_templates" (
	"purpose" text PRIMARY KEY NOT NULL,
	"template_id" text,
	"fields" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_credits" (
	"user_id" text NOT NULL,
	"template_id" text NOT NULL,
	"balance" integer NOT NULL,
	CONSTRAINT "message_credits_user_id_template_id_pk" PRIMARY KEY("user_id","template_id"),
	CONSTRAINT "message_credits_not_negative" CHECK (balance >= 0)
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"template_id" text NOT NULL,
	"change" integer NOT NULL,
	"cause" text NOT NULL,
	"source" text NOT NULL,
	"ref" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"delivery_id" text,
	"paired_with" text
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"notification_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"topic" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"errcode" integer,
	"attempts" integer DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"template_id" text,
	"msgid" text,
	"folded_into" text
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_digests" ADD CONSTRAINT "weekly_digests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_credits" ADD CONSTRAINT "message_credits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follows_once" ON "follows" USING btree ("user_id","key");--> statement-breakpoint
CREATE INDEX "follows_mode" ON "follows" USING btree ("mode","key");--> statement-breakpoint
CREATE INDEX "followed_pieces_open" ON "followed_pieces" USING btree ("done_at","at");--> statement-breakpoint
CREATE INDEX "followed_pieces_old" ON "followed_pieces" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_entries_once" ON "credit_entries" USING btree ("user_id","template_id","source","cause","ref");--> statement-breakpoint
CREATE INDEX "credit_entries_newest" ON "credit_entries" USING btree ("user_id","template_id","at");--> statement-breakpoint
CREATE INDEX "credit_entries_old" ON "credit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "deliveries_person" ON "deliveries" USING btree ("user_id","state");--> statement-breakpoint
CREATE INDEX "deliveries_newest" ON "deliveries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "deliveries_folded" ON "deliveries" USING btree ("folded_into");--> statement-breakpoint
CREATE INDEX "deliveries_told" ON "deliveries" USING btree ("user_id","topic");--> statement-breakpoint
CREATE INDEX "reminders_user" ON "reminders" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "reminders_old" ON "reminders" USING btree ("at");