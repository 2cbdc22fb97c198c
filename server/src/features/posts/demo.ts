import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { postDraft } from '@qihang/shared/posts/contract';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import * as z from 'zod/mini';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { daysBefore, demoMedia, type Seeding, type Unseeding } from '../../demo/seeding';
import { makeTreePrivate } from '../../files/private';
import { paths } from '../../paths';
import { authoredPosts } from './authored-store';
import { madeFrom } from './made';
import { insertPost } from './store';

const demoArticle = z.object({
  ...z.pick(postDraft, { title: true, summary: true, cover: true, source: true }).shape,
  by: z.string(),
  publishedDaysAgo: z.number(),
  pinnedForDays: z._default(z.nullable(z.int()), null),
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
  const { pinnedForDays } = article;
  await insertPost(db, tx, {
    id: ids.next(publishedAt),
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
