import { type SQL, sql } from 'drizzle-orm';

/**
 * The newest titles with a pair that are counted: a pair that more titles have tells little, and to read them all would cost
 * time with every new question.
 */
export const newestWithPair = 400;

/** What a pair is worth: the fewer titles have it, the more it says. */
const weight = sql`case
  when n <= 10 then 5 when n <= 50 then 4 when n <= 200 then 3 when n < ${sql.raw(String(newestWithPair))} then 2
  else 1 end`;

/**
 * Documents by the pairs that their titles share with another title, as a table `found` with `id` and `score`.
 * @param hits a query for each pair, of one column `id`: the documents that have it
 */
export function scored(hits: readonly SQL[]): SQL {
  const pairs = hits.map((hit, i) => sql`select ${sql.raw(String(i))} as pair, id from (${hit}) as hit`);
  return sql`(
    select id, sum(${weight}) as score
    from (
      select id, count(*) over (partition by pair) as n from (${sql.join(pairs, sql` union all `)}) as pairs
    ) as weighed
    group by id
  ) as found`;
}

/** A document with a similar title; the score compares those of one answer. */
export interface SimilarHit {
  refId: string;
  score: number;
}
