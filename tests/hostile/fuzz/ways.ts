import { hashPassword } from '@qihang/server/ports/passwords';
import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { eq } from 'drizzle-orm';
import type { MatrixRole } from '../../permissions/framework/roles';
import type { Player, World } from '../../permissions/framework/world';
import { askedSwap } from '../../permissions/kinds/duty';
import { jobDraft, postDraft } from '../../support/drafts';
import type { WechatEmulator } from '../../support/wechat-emulator/emulator';

/** A request that works, and who sends it. */
export interface Way {
  request: unknown;
  by: MatrixRole;
  /** In place of the session the person began with. */
  token?: string;
}

const password = '芦苇荡里的灯 27';
let hash: Promise<string> | undefined;

const setUser = async (
  { t, people }: World,
  player: Player,
  change: { studentNo?: string; demoAccount?: string },
) => {
  const { db } = t.context;
  const { users } = db.tables;
  await db.write((tx) => tx.update(users).set(change).where(eq(users.id, people[player].id)));
};

const publishedJob = async (world: World) => (await world.as('lead').jobs.create({ body: jobDraft() })).id;
const publishedPost = async (world: World) => (await world.as('lead').posts.create({ body: postDraft() })).id;

/** The ways of the routes by which an author leads a piece through its life. */
function waysOf(type: ReviewedType) {
  const feature = `${type}s` as const;
  const drafted = async (world: World) => {
    const api = world.as('lead');
    const { board: _, ...job } = jobDraft();
    const { id } = await (type === 'job'
      ? api.jobs.startDraft({ body: { ...job, apply: { email: 'campus@lanshan-ne.example' } } })
      : api.posts.startDraft({ body: { title: '签三方协议前', markdown: '先看清。', board: 'guidance' } }));
    return id;
  };
  const submitted = async (world: World) => {
    const id = await drafted(world);
    await world.as('lead')[feature].submit({ params: { id } });
    return id;
  };
  const way =
    (make: (world: World) => Promise<string>, more: object = {}) =>
    async (world: World) => ({
      request: { params: { id: await make(world) }, ...more },
      by: 'lead' as const,
    });
  return {
    [`${feature}.discard`]: way(drafted),
    [`${feature}.submit`]: way(drafted),
    [`${feature}.recall`]: way(submitted),
    [`${feature}.schedule`]: way(drafted, { body: { publishAt: '2026-11-21T02:00:00Z' } }),
  };
}

const closing = async (world: World): Promise<Way> => {
  await setUser(world, 'graduate', { demoAccount: 'graduate' });
  await world.as('graduate')['my-data'].leave({ body: { posts: 'keep' } });
  // Leaving ends every session; the account is open to its holder until it is erased.
  const { token } = await world.as('stranger').session.demo({ body: { account: 'graduate' } });
  return { request: {}, by: 'graduate', token };
};

/** How operations are brought to succeed that the matrix of permissions only ever sees refused, by `feature.route`. */
export const waysWith = (
  wechat: WechatEmulator,
): Readonly<Record<string, (world: World) => Promise<Way>>> => ({
  'jobs.withdraw': async (world) => ({ request: { params: { id: await publishedJob(world) } }, by: 'lead' }),
  'jobs.publish': async (world) => {
    const params = { id: await publishedJob(world) };
    await world.as('lead').jobs.withdraw({ params });
    return { request: { params }, by: 'lead' };
  },
  'posts.withdraw': async (world) => ({
    request: { params: { id: await publishedPost(world) } },
    by: 'lead',
  }),
  'posts.publish': async (world) => {
    const params = { id: await publishedPost(world) };
    await world.as('lead').posts.withdraw({ params });
    return { request: { params }, by: 'lead' };
  },
  'duty.askSwap': async (world) => {
    await askedSwap(world, 'lead', null);
    return { request: { body: { board: 'threads', day: '2026-11-29', to: null } }, by: 'lead' };
  },
  'duty.declineSwap': async (world) => ({
    request: { params: await askedSwap(world, 'teacher', 'lead') },
    by: 'lead',
  }),
  'duty.removeAbsence': async (world) => {
    const { id } = await world
      .as('lead')
      .duty.addAbsence({ body: { from: '2026-11-22', until: '2026-11-22' } });
    return { request: { params: { id } }, by: 'lead' };
  },
  ...waysOf('post'),
  ...waysOf('job'),
  'my-data.closure': closing,
  'my-data.comeBack': closing,
  'session.demo': async (world) => {
    await setUser(world, 'graduate', { demoAccount: 'graduate' });
    return { request: { body: { account: 'graduate' } }, by: 'visitor' };
  },
  'session.wechat': async () => ({
    request: { body: await wechat.control<{ code: string }>('login-code', { openid: 'o-fuzz' }) },
    by: 'visitor',
  }),
  'session.password': async (world) => {
    hash ??= hashPassword(password);
    const { db, clock } = world.t.context;
    const row = { userId: world.people.graduate.id, hash: await hash, changedAt: clock.now() };
    await setUser(world, 'graduate', { studentNo: '2023A0101' });
    await db.write((tx) => tx.insert(db.tables.passwords).values(row));
    return { request: { body: { studentNo: '2023A0101', password } }, by: 'visitor' };
  },
});
