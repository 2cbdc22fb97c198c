import { readLintJob } from '@qihang/shared/jobs/lint/job';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import { majorsMeant } from '@qihang/shared/jobs/majors/majors';
import { type ComparableJob, candidateKeys, compareJobs } from '@qihang/shared/jobs/similar/similar';
import type { jobWritingContract } from '@qihang/shared/jobs/writing';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../../actor/rules';
import type { Context } from '../../../context';
import type { Call } from '../../../http/mount';
import { comparable } from '../derived';
import { schoolCatalogue } from '../majors/catalogue';
import { visibleSummaries } from '../public';
import { readPasted } from './paste';
import { mostShared } from './rules';
import { listComparable, listHolders } from './store';

type C = typeof jobWritingContract;

export async function parseText({ config }: Context, { body, now }: Call<C['parse']>) {
  const today = body.today ?? dayAt(now.getTime());
  const { overall, drafts } = await readPasted({ text: body.text, today, ownCities: [config.homeCity] });
  return { overall, drafts };
}

export const lintUnfinished = async ({ config }: Context, { body, now }: Call<C['lint']>) => ({
  findings: lintJob(body.job, body.today ?? dayAt(now.getTime()), [config.homeCity]),
});

export async function explainMajors({ db }: Context, { query }: Call<C['majorsMeant']>) {
  const catalogue = await schoolCatalogue(db, db.read);
  return {
    items: query.name.map((name) => {
      const meant = [...majorsMeant(catalogue, name)];
      return { name, meant, known: meant.every((one) => catalogue.levelOf(one) !== undefined) };
    }),
  };
}

/** Holders looked at for one key: a phrase that every posting uses would otherwise name them all. */
const holdersOfKey = 100;
const candidateCount = 40;
const similarCount = 5;

function comparableOf(unfinished: unknown): ComparableJob {
  const { title, company, cities, body, url, sourceUrl } = readLintJob(unfinished);
  return { title, company: company || null, cities, body, url: url || sourceUrl || null };
}

export const findSimilar = async (context: Context, { body, actor, now }: Call<C['similar']>) => ({
  items: await similarJobs(context, comparableOf(body.job), { actor, now, except: body.except }),
});

/**
 * Published jobs that are the same post, the most similar first. Looks among those that share a key with this one; only they
 * are compared text by text.
 */
export async function similarJobs(
  context: Context,
  job: ComparableJob,
  { actor, now, except }: { actor: Actor; now: Date; except?: string | undefined },
) {
  const { db } = context;
  if (job.title === '') return [];
  const keys = [...new Set(candidateKeys(job))];
  const holders: string[][] = [];
  for (const key of keys) holders.push(await listHolders(db, key, holdersOfKey));
  const ids = mostShared(holders, candidateCount + 1).filter((id) => id !== except);
  const alike = (await listComparable(db, ids))
    .flatMap((row) => {
      const { duplicate, score, reason } = compareJobs(job, comparable(row));
      return duplicate && reason ? [{ id: row.id, postedBy: row.postedBy, score, reason }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, similarCount);
  const seen = await visibleSummaries(
    context,
    alike.map(({ id }) => id),
    actor,
    now,
  );
  return alike.flatMap(({ id, ...similarity }) => {
    const summary = seen.get(id);
    return summary ? [{ job: summary, ...similarity }] : [];
  });
}
