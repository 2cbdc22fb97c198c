import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { postDraft } from '@qihang/shared/posts/contract';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import { rosterClass } from '@qihang/shared/verification/fields';
import * as z from 'zod/mini';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { daysBefore, demoMedia, type Seeding, type Unseeding } from '../../demo/seeding';
import { makeTreePrivate } from '../../files/private';
import { paths } from '../../paths';
import { setMustRead } from '../must-read/public';
import { putRead } from '../must-read/public-store';
import { insertPortrayal } from '../portrayals/public-store';
import { authoredPosts } from './authored-store';
import { madeFrom } from './made';
import { insertPost } from './store';

/** A notice that classes must read, and who has. */
const demoMustRead = z.object({
  classes: z.array(rosterClass),
  dueInDays: z.int(),
  todo: z.string(),
  todoUrl: z.string(),
  readBy: z.array(z.string()),
});
type DemoMustRead = z.output<typeof demoMustRead>;

const demoArticle = z.object({
  ...z.pick(postDraft, { title: true, summary: true, cover: true, source: true }).shape,
  by: z.string(),
  publishedDaysAgo: z.number(),
  pinnedForDays: z._default(z.nullable(z.int()), null),
  /** The name of the person it is about, who has consented on paper. */
  about: z._default(z.nullable(z.string()), null),
  mustRead: z._default(z.nullable(demoMustRead), null),
});
type DemoArticle = z.output<typeof demoArticle> & { board: string; markdown: string };

const frontMatter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

function readArticle(board: string, file: string): DemoArticle {
  const found = frontMatter.exec(readFileSync(file, 'utf8'));
  if (!found) throw new Error(`${basename(file)} has no front matter`);
  return { ...z.parse(demoArticle, JSON.parse(found[1] ?? '')), board, markdown: (found[2] ?? '').trim() };
}

/** The articles lie in one folder a board, as Markdown under a JSON front matter. */
function readArticles(): DemoArticle[] {
  const root = join(paths.demo, 'articles');
  return readdirSync(root).flatMap((board) =>
    readdirSync(join(root, board))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readArticle(board, join(root, board, name))),
  );
}

async function seedArticle(seeding: Seeding, tx: Tx, article: DemoArticle): Promise<void> {
  const { context, now, idOf } = seeding;
  const { db, ids } = context;
  const publishedAt = daysBefore(now, article.publishedDaysAgo);
  const { pinnedForDays, about, mustRead } = article;
  const id = ids.next(publishedAt);
  await insertPost(db, tx, {
    id,
    board: article.board,
    authorId: idOf(article.by),
    title: article.title,
    ...madeFrom(article.markdown, article.summary),
    cover: article.cover,
    pinnedUntil: pinnedForDays === null ? null : addDays(dayAt(now.getTime()), pinnedForDays),
    sourceName: article.source?.name ?? null,
    sourceUrl: article.source?.url ?? null,
    publishedAt,
    updatedAt: publishedAt,
    version: 1,
    life: 'published',
    lifeReason: null,
    lifeRank: null,
    authorRank: seeding.rankOf(article.by),
    editedById: null,
    editedAt: null,
    importKey: null,
  });
  if (about !== null) await seedConsent(seeding, tx, { id, about, publishedAt, by: article.by });
  if (mustRead) await seedMustRead(seeding, tx, { id, mustRead, publishedAt });
}

/** The person signed a week before the article appeared. */
async function seedConsent(
  { context, persons, idOf }: Seeding,
  tx: Tx,
  { id, about, publishedAt, by }: { id: string; about: string; publishedAt: Date; by: string },
): Promise<void> {
  const { db, ids } = context;
  const person = persons.find(({ name }) => name === about);
  const signed = daysBefore(publishedAt, 7);
  await insertPortrayal(db, tx, {
    id: ids.next(publishedAt),
    postId: id,
    subject: about,
    subjectId: person ? idOf(person.key) : null,
    uses: ['site', 'photo', 'groups'],
    way: 'paper',
    givenOn: dayAt(signed.getTime()),
    recordedById: idOf(by),
    recordedAt: publishedAt,
    withdrawnById: null,
    withdrawnAt: null,
  });
}

async function seedMustRead(
  { context: { db }, now, idOf }: Seeding,
  tx: Tx,
  { id, mustRead, publishedAt }: { id: string; mustRead: DemoMustRead; publishedAt: Date },
): Promise<void> {
  const { classes, dueInDays, todo, todoUrl, readBy } = mustRead;
  const dueAt = `${addDays(dayAt(now.getTime()), dueInDays)}T17:00`;
  await setMustRead(
    db,
    tx,
    id,
    { audience: { to: 'classes', classes }, dueAt, todo, todoUrl },
    { now: publishedAt },
  );
  for (const key of readBy)
    await putRead(db, tx, { postId: id, userId: idOf(key), round: 1, readAt: daysBefore(now, 0.5) });
}

/** Copies the pictures and files of the demo articles. */
function copyMedia(context: Context): void {
  const from = join(paths.demo, 'media');
  if (!existsSync(from)) return;
  cpSync(from, demoMedia(context), {
    recursive: true,
    filter: (source) => !source.endsWith('/src'),
  });
  // A copy has the mode of the original.
  makeTreePrivate(demoMedia(context));
}

/** Writes the demo articles in order of time, with their pictures. */
export async function seedPosts(seeding: Seeding, tx: Tx): Promise<void> {
  const articles = readArticles().sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo);
  for (const article of articles) await seedArticle(seeding, tx, article);
  copyMedia(seeding.context);
}

/** Removes what demo people wrote; their pictures go when that is committed. */
export async function unseedPosts({ context: { db }, ids }: Unseeding, tx: Tx): Promise<void> {
  for (const id of ids) await authoredPosts.remove(db, tx, id);
}
