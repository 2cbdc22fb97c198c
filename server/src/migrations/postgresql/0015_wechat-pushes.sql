CREATE TABLE "wechat_pushes" (
	"id" text PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"event" text NOT NULL,
	"openid" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "wechat_pushes_nonce" ON "wechat_pushes" USING btree ("nonce");--> statement-breakpoint
CREATE INDEX "wechat_pushes_received" ON "wechat_pushes" USING btree ("received_at");