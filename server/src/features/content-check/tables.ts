import { contentTypes } from '@qihang/shared/content/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { Verdict } from './verdict';

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
  return { contentVerdicts };
}

type ContentCheckTables = ReturnType<typeof contentCheckTables>;

declare module '../../db/types' {
  interface Tables extends ContentCheckTables {}
}
