import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jobDraft } from '@qihang/shared/jobs/contract';
import { degrees, jobKinds } from '@qihang/shared/jobs/vocabulary';
import { postDraft } from '@qihang/shared/posts/contract';
import { demoAccounts, roles } from '@qihang/shared/session/vocabulary';
import { threadDraft } from '@qihang/shared/threads/contract';
import * as z from 'zod/mini';
import { paths } from '../paths';

const days = z.number();

const person = z.object({
  key: z.string(),
  name: z.string(),
  studentNo: z.nullable(z.string()),
  className: z.nullable(z.string()),
  account: z.optional(z.enum(demoAccounts)),
  /** Null for somebody who has signed in and is not verified yet. */
  role: z.nullable(z.enum(roles)),
  /** Of a lead's term, to the end of that day; a term that is over leaves something behind. */
  termEndsInDays: z._default(z.int(), 220),
  college: z.nullable(z.string()),
  major: z.nullable(z.string()),
  degree: z.nullable(z.enum(degrees)),
  graduationYear: z.nullable(z.int()),
  cities: z.array(z.string()),
  kinds: z.array(z.enum(jobKinds)),
});
export type DemoPerson = z.output<typeof person>;

const job = z.object({
  ...z.omit(jobDraft, { board: true, deadline: true, recheckOn: true }).shape,
  by: z.string(),
  publishedDaysAgo: days,
  deadline: z.nullable(z.object({ inDays: z.int(), at: z.optional(z.string()) })),
  recheckInDays: z.nullable(z.int()),
  verifiedDaysAgo: z.nullable(days),
  verifiedBy: z.nullable(z.string()),
});
export type DemoJob = z.output<typeof job>;

const article = z.object({
  ...z.pick(postDraft, { title: true, summary: true, cover: true, source: true }).shape,
  by: z.string(),
  publishedDaysAgo: days,
  pinnedForDays: z._default(z.nullable(z.int()), null),
});
export type DemoArticle = z.output<typeof article> & { board: string; markdown: string };

const thread = z.object({
  ...threadDraft.shape,
  alias: z.optional(z.nullable(z.string())),
  by: z.string(),
  askedHoursAgo: z.number(),
  answers: z.array(
    z.object({
      by: z.string(),
      body: z.string(),
      hoursAgo: z.number(),
      accepted: z.optional(z.boolean()),
    }),
  ),
});
export type DemoThread = z.output<typeof thread>;

const readJson = <S extends z.core.$ZodType>(name: string, schema: S): z.output<S>[] =>
  z.parse(z.array(schema), JSON.parse(readFileSync(join(paths.demo, name), 'utf8')));

export const readPeople = (): DemoPerson[] => readJson('people.json', person);
export const readJobs = (): DemoJob[] => readJson('jobs.json', job);
export const readThreads = (): DemoThread[] => readJson('threads.json', thread);

const frontMatter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

function readArticle(board: string, file: string): DemoArticle {
  const found = frontMatter.exec(readFileSync(file, 'utf8'));
  if (!found) throw new Error(`${basename(file)} has no front matter`);
  return { ...z.parse(article, JSON.parse(found[1] ?? '')), board, markdown: (found[2] ?? '').trim() };
}

/** Articles lie in one folder a board, as Markdown under a JSON front matter. */
export function readArticles(): DemoArticle[] {
  const root = join(paths.demo, 'articles');
  return readdirSync(root).flatMap((board) =>
    readdirSync(join(root, board))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readArticle(board, join(root, board, name))),
  );
}
