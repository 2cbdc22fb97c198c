// The separation of duty over the real API, by rank of author, rank of actor and act.
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import { type Person, type SignedIn, seedPeople } from '../support/people';

/** Two of each office, so that one can act on what the other wrote. */
const players = {
  graduate: { name: '毕业声', role: 'graduate' },
  lead: { name: '骨干甲', role: 'lead' },
  'other-lead': { name: '骨干乙', role: 'lead' },
  teacher: { name: '师者甲', role: 'teacher' },
  'other-teacher': { name: '师者乙', role: 'teacher' },
  admin: { name: '管理甲', role: 'admin' },
  'other-admin': { name: '管理乙', role: 'admin' },
} as const satisfies Record<string, Person>;
type Player = keyof typeof players;
const staff: Player[] = ['lead', 'other-lead', 'teacher', 'other-teacher', 'admin', 'other-admin'];

/** Written down and not computed: who acts on what an author wrote, the author always left out. */
const mayJudge: Record<'graduate' | 'lead' | 'teacher' | 'admin', Player[]> = {
  graduate: staff,
  lead: ['other-lead', 'teacher', 'other-teacher', 'admin', 'other-admin'],
  teacher: ['other-teacher', 'admin', 'other-admin'],
  admin: ['other-admin'],
};
type Author = keyof typeof mayJudge;
const authors: Record<ContentType, Author[]> = {
  job: ['lead', 'teacher', 'admin'],
  post: ['lead', 'teacher', 'admin'],
  thread: ['graduate', 'lead', 'teacher', 'admin'],
  answer: ['graduate', 'lead', 'teacher', 'admin'],
};

let t: TestApp;
let people: Record<Player, SignedIn>;
const as = (player: Player) => t.withToken(people[player].token);
const everybody = Object.keys(players) as Player[];

beforeAll(async () => {
  t = await startTestApp();
  people = await seedPeople(t.context, players);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

interface Target {
  type: ContentType;
  id: string;
}

const write: Record<ContentType, (by: Player) => Promise<Target>> = {
  job: async (by) => ({ type: 'job', id: (await as(by).jobs.create({ body: jobDraft() })).id }),
  post: async (by) => ({ type: 'post', id: (await as(by).posts.create({ body: postDraft() })).id }),
  thread: async (by) => ({ type: 'thread', id: (await as(by).threads.ask({ body: threadDraft() })).id }),
  answer: async (by) => {
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
    const { answers } = await as(by).threads.answer({ params: { id }, body: { body: '先办解约函。' } });
    return { type: 'answer', id: answers[0]?.id ?? '' };
  },
};

const hide = (by: Player, target: Target) => as(by).moderation.hide({ body: { target, reason: 'other' } });
const restore = (by: Player, target: Target) =>
  as(by).moderation.restore({ body: { target, note: '已核实' } });

function edit(by: Player, { type, id }: Target) {
  const change = { params: { id }, body: { version: 1, title: '改过的标题' } };
  return type === 'job' ? as(by).jobs.update(change) : as(by).posts.update(change);
}

/** Those whose act succeeds; each tries on the state the test has kept. Everybody else must be refused as forbidden. */
async function allowed(act: (by: Player) => Promise<unknown>): Promise<Player[]> {
  await t.keep('written');
  const able: Player[] = [];
  for (const player of everybody) {
    const refusal = await act(player).then(
      () => undefined,
      (error: { problem?: { status: number } }) => error.problem?.status,
    );
    if (refusal === undefined) able.push(player);
    else expect([player, refusal]).toEqual([player, 403]);
    await t.restore('written');
  }
  return able;
}

const cases = (types: ContentType[]) =>
  types.flatMap((type) => authors[type].map((author): [ContentType, Author] => [type, author]));

describe.each(cases(['job', 'post', 'thread', 'answer']))('a %s by a person of rank %s', (type, author) => {
  it('is hidden by others of that rank or above', async () => {
    const target = await write[type](author);
    expect(await allowed((by) => hide(by, target))).toEqual(mayJudge[author]);
  });

  it.each(['other-lead', 'other-teacher', 'other-admin'] as const)(
    'hidden by %s comes back by others of the rank of both or above',
    async (hider) => {
      const target = await write[type](author);
      if (!mayJudge[author].includes(hider)) return expect(hide(hider, target)).rejects.toThrow();
      await hide(hider, target);
      const rank = hider.replace('other-', '') as Author;
      const equals = [...mayJudge[rank], rank].filter((player) => mayJudge[author].includes(player));
      expect(await allowed((by) => restore(by, target)).then((able) => able.sort())).toEqual(equals.sort());
    },
  );
});

describe.each(cases(['job', 'post']))('a %s by a person of rank %s', (type, author) => {
  it('is edited by its author and by others of that rank or above', async () => {
    const target = await write[type](author);
    const able = await allowed((by) => edit(by, target));
    expect(able.sort()).toEqual([author, ...mayJudge[author]].sort());
  });

  it('is withdrawn and published again by its author alone', async () => {
    const target = await write[type](author);
    const { id } = target;
    const move = (name: 'withdraw' | 'publish', by: Player) =>
      type === 'job' ? as(by).jobs[name]({ params: { id } }) : as(by).posts[name]({ params: { id } });
    expect(await allowed((by) => move('withdraw', by))).toEqual([author]);
    const withdrawn = await move('withdraw', author);
    expect([withdrawn.life, withdrawn.viewer.can.includes('publish')]).toEqual(['withdrawn', true]);
    const status = async () => (await t.send(`/${type}s/${id}`)).statusCode;
    const found = async () =>
      (await t.as().search.search({ query: { q: type === 'job' ? '热管理' : '签约' } })).items.length;
    expect([await status(), await found()]).toEqual([404, 0]);
    await expect(move('withdraw', author)).rejects.toMatchObject({
      problem: { code: 'moderation.already-done' },
    });
    expect((await move('publish', author)).viewer.can).toContain('withdraw');
    expect([await status(), await found()]).toEqual([200, 1]);
  });

  it('tells readers of an edit by others, until its author answers for the words again', async () => {
    const target = await write[type](author);
    const [editor] = mayJudge[author];
    const show = () =>
      type === 'job'
        ? t.as().jobs.detail({ params: { id: target.id } })
        : t.as().posts.detail({ params: { id: target.id } });
    expect((await show()).edited).toBeNull();
    await edit(editor as Player, target);
    const at = t.clock.now().toISOString();
    expect((await show()).edited).toEqual({
      by: expect.stringContaining(players[editor as Player].name),
      at,
    });
    const body = { version: 2, title: '作者改过' };
    const change = { params: { id: target.id }, body };
    await (type === 'job' ? as(author).jobs.update(change) : as(author).posts.update(change));
    expect((await show()).edited).toBeNull();
  });
});

describe('what viewer.can offers', () => {
  it.each(cases(['job', 'post']))('is what the server allows, of a %s by %s', async (type, author) => {
    const { id } = await write[type](author);
    for (const player of staff) {
      const piece = await (type === 'job'
        ? as(player).jobs.detail({ params: { id } })
        : as(player).posts.detail({ params: { id } }));
      const judged = mayJudge[author].includes(player);
      const { can } = piece.viewer as { can: string[] };
      expect([player, can.includes('hide'), can.includes('edit'), can.includes('withdraw')]).toEqual([
        player,
        judged,
        judged || player === author,
        player === author,
      ]);
    }
  });
});

describe('anonymous words', () => {
  it.each(['graduate', 'lead', 'teacher', 'admin'] as const)(
    'are as anybody could have written them: of %s, every moderator but the asker may hide them',
    async (author) => {
      const body = threadDraft({ anonymous: true });
      const { id } = await as(author).threads.ask({ body });
      const { answers } = await as(author).threads.answer({ params: { id }, body: { body: '补充一句。' } });
      const others = staff.filter((player) => player !== author);
      expect(await allowed((by) => hide(by, { type: 'thread', id }))).toEqual(others);
      expect(await allowed((by) => hide(by, { type: 'answer', id: answers[0]?.id ?? '' }))).toEqual(others);
      const seen = await as('other-lead').threads.detail({ params: { id } });
      expect(seen.answers.map((answer) => answer.author.official)).toEqual([false]);
    },
  );
});

it('lets official words be spoken by teachers and admins alone', async () => {
  const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
  for (const player of everybody)
    await as(player).threads.answer({ params: { id }, body: { body: `${players[player].name}回答` } });
  const { answers } = await t.as().threads.detail({ params: { id } });
  const official = answers.filter((answer) => answer.author.official).map((answer) => answer.author.name);
  expect(official.sort()).toEqual(['师者乙 老师', '师者甲 老师', '管理乙 老师', '管理甲 老师']);
});

it('makes a job that is given away speak with the rank of its new holder', async () => {
  const target = await write.job('admin');
  expect(await allowed((by) => hide(by, target))).toEqual(['other-admin']);
  const things = [{ type: 'job' as const, id: target.id }];
  await as('teacher').people.reassign({ body: { things, to: people.lead.id, reason: '由骨干继续维护' } });
  expect(await allowed((by) => hide(by, target))).toEqual(mayJudge.lead);
});

it('says in words why an act is refused', async () => {
  const job = await write.job('teacher');
  await expect(hide('lead', job)).rejects.toMatchObject({ message: expect.stringContaining('职务比你高') });
  await expect(hide('teacher', job)).rejects.toMatchObject({ message: expect.stringContaining('你自己的') });
  const own = await write.job('lead');
  await hide('teacher', own);
  await expect(restore('other-lead', own)).rejects.toMatchObject({
    message: expect.stringContaining('职务比你高'),
  });
});
