import { contentTypes } from '@qihang/shared/content/vocabulary';
import type { Kit } from '../../db/kit/pg';
import { mediaStates } from './media-states';
import type { Verdict } from './rules';

export function contentCheckTables({ table, index, primaryKey, str, instant, json, oneOf }: Kit) {
  /** What the machine said of the words that are before readers, or wait to be: the last verdict of each piece. */
  const contentVerdicts = table(
    'content_verdicts',
    {
      type: oneOf(contentTypes).notNull(),
      id: str().notNull(),
      at: instant().notNull(),
      verdict: json<Verdict>().notNull(),
      /** WeChat's ids of the checks, by which its support finds them. */
      traceIds: json<string[]>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.type, t.id] }), index('content_verdicts_oldest').on(t.at)],
  );
  /** What WeChat said of a picture, by the upload; without a row it was uploaded before there was a check. */
  const mediaChecks = table(
    'media_checks',
    {
      uploadId: str().primaryKey(),
      state: oneOf(mediaStates).notNull(),
      /** WeChat's id of the check, which its push names; null until it was asked. */
      traceId: str(),
      at: instant().notNull(),
    },
    (t) => [index('media_checks_trace').on(t.traceId)],
  );

  /** Verdicts as they were pushed: one may come before the answer to the question. */
  const mediaVerdicts = table(
    'media_verdicts',
    { traceId: str().primaryKey(), state: oneOf(mediaStates).notNull(), at: instant().notNull() },
    (t) => [index('media_verdicts_oldest').on(t.at)],
  );
  return { contentVerdicts, mediaChecks, mediaVerdicts };
}

type ContentCheckTables = ReturnType<typeof contentCheckTables>;

declare module '../../db/types' {
  interface Tables extends ContentCheckTables {}
}
