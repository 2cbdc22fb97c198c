import { createHash } from 'node:crypto';
import { gatesOf } from '@qihang/server/composition/gates';
import { AppError } from '@qihang/server/errors';
import { apiOf } from '@qihang/server/http/mount';
import { id } from '@qihang/shared/contract/fields';
import { defineContract } from '@qihang/shared/contract/route';
import { asc, desc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { TestApp } from '../support/app';
import { crawl, differences } from './crawl';
import { openStage, type Stage, tell, type Voices } from './world';

// Routes as somebody careless would write them, on the real server: the crawl must see through each of them.

const one = z.strictObject({ id });
const note = z.object({ note: z.string() });
const get = (path: `/${string}`, summary: string) =>
  ({ method: 'GET', path: `/careless/${path.slice(1)}`, summary, access: 'public', response: note }) as const;

const careless = defineContract({
  name: { ...get('/{id}/name', 'Names the author'), params: one },
  hash: {
    ...get('/{id}/hash', 'Tells something that follows from the author, and looks like chance'),
    params: one,
  },
  voice: { ...get('/{id}/voice', 'Tells a number that is drawn once for each person'), params: one },
  order: get('/order', 'Lists questions in the order of who asked'),
  count: { ...get('/{id}/count', 'Counts the questions of a person, anonymous ones too'), params: one },
  time: { ...get('/{id}/time', 'Tells when a person wrote last'), params: one },
  harmless: { ...get('/{id}/harmless', 'Tells the title'), params: one },
  thank: {
    method: 'POST',
    path: '/careless/{id}/thank',
    summary: 'Refuses to thank those who hold an office',
    access: 'signed-in',
    params: one,
  },
});

/** The numbers of the careless route, by person. */
const voices = new Map<string, string>();

async function mountCareless({ context, app }: TestApp): Promise<void> {
  const { db } = context;
  const { threads, users, roleGrants } = db.tables;
  const threadOf = async (threadId: string) => {
    const [thread] = await db.read.select().from(threads).where(eq(threads.id, threadId));
    if (!thread) throw new AppError('resource.not-found');
    return thread;
  };
  const askedBy = (userId: string) =>
    db.read
      .select()
      .from(threads)
      .where(eq(threads.askerId, userId))
      .orderBy(desc(threads.askedAt), desc(threads.id));
  await app.register(
    async (api) =>
      apiOf(api, context, gatesOf(context)).mount('careless', careless, {
        async name({ params }) {
          const { askerId } = await threadOf(params.id);
          const [user] = await db.read.select().from(users).where(eq(users.id, askerId));
          return { note: user?.name ?? '' };
        },
        async hash({ params }) {
          const { askerId } = await threadOf(params.id);
          return { note: createHash('sha256').update(askerId).digest('hex').slice(0, 8) };
        },
        async voice({ params, now }) {
          const { askerId } = await threadOf(params.id);
          const voice = voices.get(askerId) ?? context.ids.next(now);
          voices.set(askerId, voice);
          return { note: voice };
        },
        async order() {
          const rows = await db.read
            .select({ id: threads.id })
            .from(threads)
            .orderBy(asc(threads.askerId), asc(threads.id));
          return { note: rows.map((row) => row.id).join() };
        },
        count: async ({ params }) => ({ note: String((await askedBy(params.id)).length) }),
        time: async ({ params }) => ({ note: (await askedBy(params.id))[0]?.askedAt.toISOString() ?? '' }),
        harmless: async ({ params }) => ({ note: (await threadOf(params.id)).title }),
        async thank({ params }) {
          const { askerId } = await threadOf(params.id);
          const grants = await db.read.select().from(roleGrants).where(eq(roleGrants.userId, askerId));
          if (grants.some(({ role }) => role !== 'graduate')) throw new AppError('action.forbidden');
          return undefined;
        },
      }),
    { prefix: '/api/v1' },
  );
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(mountCareless);
});
afterAll(() => stage.close());

const usual: Voices = { first: 'graduate-a', second: 'graduate-a', third: 'graduate-a' };

async function answersTo(speakers: Voices) {
  voices.clear();
  const told = await tell(stage, speakers);
  const requests = [
    [{ feature: 'careless', name: 'thank', route: careless.thank }, { params: { id: 'x' } }],
  ] as const;
  return crawl(stage, told, { contracts: [['careless', careless]], requests, who: ['graduate'] });
}

/** The routes by which these voices are told from those of one graduate. */
async function seenThrough(speakers: Voices): Promise<string[]> {
  const found = differences(await answersTo(usual), await answersTo(speakers));
  return [
    ...new Set(found.map((difference) => /careless\.(\w+)/.exec(difference)?.[1] ?? difference)),
  ].sort();
}

describe('the crawl sees through', () => {
  it('a name, a hash, an order, a count and a time', async () => {
    const another = { first: 'graduate-b', second: 'graduate-b', third: 'graduate-b' } as const;
    expect(await seenThrough(another)).toEqual(['count', 'hash', 'name', 'order', 'time']);
  });

  it('a refusal by the office of the author', async () => {
    const lead = { first: 'lead-b', second: 'lead-b', third: 'lead-b' } as const;
    expect(await seenThrough(lead)).toContain('thank');
  });

  it('a number that two pieces of one person share, although it is drawn by chance', async () => {
    const two = { first: 'graduate-a', second: 'graduate-b', third: 'graduate-a' } as const;
    expect(await seenThrough(two)).toContain('voice');
  });

  it('nothing that is the same for everybody', async () => {
    expect(await seenThrough(usual)).toEqual([]);
  });
});
