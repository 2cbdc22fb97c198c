import { blocksOf } from '@qihang/server/markdown/blocks';
import type { Block } from '@qihang/shared/posts/blocks';
import { eq } from 'drizzle-orm';
import type { DemoServer } from '../../support/demo-server';
import { jobDraft, postDraft, threadDraft } from '../../support/drafts';
import { lines, passages } from './corpus';

/** A page that shows texts of the corpus, and words by which it is there. */
export type CorpusPage = [path: string, words: string];

const inPieces = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const short = (text: string, most: number) => Array.from(text).slice(0, most).join('');

/** A line under names of files and pictures, and in the words below them. */
const filesOf = (part: readonly string[]): Block[] =>
  part.flatMap((line): Block[] => [
    { type: 'file', name: line, url: '/media/none.pdf' },
    { type: 'image', src: '/media/none.png', alt: line, caption: line },
  ]);

/** Puts the corpus wherever people may write. */
export async function writeCorpus(server: DemoServer): Promise<CorpusPage[]> {
  const pages: CorpusPage[] = [];

  async function send<T = { id: string }>(token: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const answered = (await answer.json()) as T;
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answered)} for ${JSON.stringify(body)}`);
    return answered;
  }
  const tokenOf = async (account: string) =>
    (await send<{ token: string }>('', '/session/demo', { account })).token;
  const [lead = '', graduate = '', teacher = ''] = await Promise.all(
    ['lead', 'graduate', 'teacher'].map(tokenOf),
  );

  /** The check holds some of these texts: a teacher lets readers see them all the same. */
  async function approveHeld(): Promise<void> {
    for (;;) {
      const { items } = await send<{ items: { id: string }[] }>(teacher, '/moderation/queue?limit=20');
      if (items.length === 0) return;
      const cases = items.map(({ id }) => ({ id }));
      const decided = { cases, action: 'approve' };
      const { outcomes } = await send<{ outcomes: { done: boolean }[] }>(
        teacher,
        '/moderation/decisions',
        decided,
      );
      if (!outcomes.some(({ done }) => done)) throw new Error(JSON.stringify(outcomes));
    }
  }

  /** An article of old: today some of these texts are refused when they come in. */
  async function writeArticle(title: string, markdown: string, blocks: Block[]): Promise<void> {
    const { id } = await send(lead, '/posts', postDraft({ title }));
    const { db } = server.context;
    const { posts } = db.tables;
    await db.write((tx) => tx.update(posts).set({ markdown, blocks }).where(eq(posts.id, id)));
    pages.push([`/features/posts/pages/detail/index?id=${id}`, title]);
  }

  for (const title of lines.filter((line) => line.length <= 60))
    await send(lead, '/posts', postDraft({ title: `题 ${title}`.slice(0, 60), summary: short(title, 160) }));
  for (const [index, part] of inPieces(passages, 60).entries()) {
    const markdown = `开头\n\n${part.join('\n\n')}`;
    await writeArticle(`正文 ${index}`, markdown, blocksOf(markdown));
  }
  for (const [index, part] of inPieces(lines, 60).entries())
    await writeArticle(`文件 ${index}`, '文件', filesOf(part));
  for (const [index, part] of inPieces(lines, 40).entries()) {
    const title = `问 ${index} ${part.find((line) => line.length < 50) ?? ''}`;
    const body = short(part.join('\n'), 2000);
    const { id } = await send(graduate, '/threads', threadDraft({ title, body }));
    await approveHeld();
    await send(lead, `/threads/${id}/answers`, { body });
    pages.push([`/features/threads/pages/detail/index?id=${id}`, `问 ${index}`]);
  }
  for (const [index, part] of inPieces(lines, 60).entries()) {
    const { id } = await send(lead, '/jobs', {
      ...jobDraft({
        deadline: null,
        title: `岗 ${index} ${part.find((line) => line.length < 30) ?? ''}`,
        company: short(part.find((line) => line.startsWith('<img')) ?? `单位 ${index}`, 40),
        apply: { note: short(part.join('\n'), 500) },
        body: short(part.join('\n'), 4000),
      }),
      overrideReason: '测试内容',
    });
    pages.push([`/features/jobs/pages/detail/index?id=${id}`, `岗 ${index}`]);
  }
  await approveHeld();
  return [
    ...pages,
    ['/', '就业指导'],
    ['/pages/jobs/index', '岗 0'],
    ['/pages/questions/index', '问 0'],
    ['/features/posts/pages/list/index?board=guidance', '题 '],
    ['/features/search/pages/index/index?q=script', '题 '],
    ['/features/search/pages/index/index?q=onerror', '题 '],
  ];
}
