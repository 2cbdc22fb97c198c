// Articles that were saved before the text was read as it is now.
import type { Block } from '@qihang/shared/posts/blocks';
import { eq } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const asBefore: Block[] = [{ type: 'paragraph', inlines: [{ text: '旧' }] }];

async function publishedBefore(markdown: string): Promise<string> {
  const { id } = await t.as('chenyiming').posts.create({ body: postDraft({ markdown: '正文' }) });
  const { db } = t.context;
  const { posts } = db.tables;
  const old = { markdown, blocks: asBefore, blocksVersion: 1 };
  await db.write((tx) => tx.update(posts).set(old).where(eq(posts.id, id)));
  return id;
}
const shown = (id: string) => t.as().posts.detail({ params: { id } });
const found = async (q: string) => (await t.as().search.search({ query: { q } })).items.length;

it('are made again, and found by what had been left out, without counting as edited', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 45; n += 1) ids.push(await publishedBefore('- 要点\n\n  ```\n合同编号甲乙丙\n  ```'));
  const [first = ''] = ids;
  const before = await shown(first);
  expect([before.blocks, await found('合同编号')]).toEqual([asBefore, 0]);
  await t.runTasks();
  for (const id of ids) {
    const { blocks } = await shown(id);
    expect(JSON.stringify(blocks)).toContain('合同编号甲乙丙');
  }
  const { blocks: _, ...rest } = await shown(first);
  const { blocks: __, ...same } = before;
  expect(rest).toEqual(same);
  expect(await found('合同编号')).toBeGreaterThan(0);
});

it('keep their blocks where the text cannot be read any more', async () => {
  const id = await publishedBefore(`${'> '.repeat(200)}深`);
  await t.runTasks();
  expect((await shown(id)).blocks).toEqual(asBefore);
  const { posts } = t.context.db.tables;
  const [row] = await t.context.db.read.select().from(posts).where(eq(posts.id, id));
  expect(row?.blocksVersion).toBeGreaterThan(1);
});

it('of a hidden article stay out of search', async () => {
  const id = await publishedBefore('~~合同编号丁~~');
  await t.as('wanglaoshi').moderation.hide({ body: { target: { type: 'post', id }, reason: 'other' } });
  await t.runTasks();
  expect(await found('合同编号丁')).toBe(0);
});
