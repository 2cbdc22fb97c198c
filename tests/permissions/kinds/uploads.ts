import { eq } from 'drizzle-orm';
import { postDraft } from '../../support/drafts';
import { pdfOf } from '../../support/media-files/documents';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { switchBoard } from './boards';

export const aFile = { name: '报名表.pdf', content: pdfOf() };

async function uploadBy(world: World, owner: Player) {
  const { id, url } = await world.as('lead').uploads.create({ file: aFile, query: {} });
  return { id, url, uploaderId: world.people[owner].id };
}

async function giveAway(world: World, { id, uploaderId }: Awaited<ReturnType<typeof uploadBy>>) {
  const { db } = world.t.context;
  const { uploads } = db.tables;
  await db.write((tx) => tx.update(uploads).set({ uploaderId }).where(eq(uploads.id, id)));
  return { id };
}

async function show(world: World, owner: Player) {
  const made = await uploadBy(world, owner);
  const body = postDraft({ markdown: `正文\n\n[报名表](${made.url})` });
  const post = await world.as('lead').posts.create({ body });
  return { post, upload: await giveAway(world, made) };
}

/** A document whose uploader's term as lead is over. */
export const upload = kind('upload', {
  unused: async (world, owner) => giveAway(world, await uploadBy(world, owner)),
  shown: async (world, owner) => (await show(world, owner)).upload,
  hidden: async (world, owner) => {
    const { post, upload: made } = await show(world, owner);
    const target = { type: 'post' as const, id: post.id };
    await world.as('admin').moderation.hide({ body: { target, reason: 'other' } });
    return made;
  },
  'board off': async (world, owner) => {
    const { upload: made } = await show(world, owner);
    await switchBoard(world, 'guidance', false);
    return made;
  },
});
