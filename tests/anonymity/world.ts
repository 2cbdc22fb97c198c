import { emit } from '@qihang/server/background/events';
import type { LogTarget } from '@qihang/server/http/logging';
import { inArray } from 'drizzle-orm';
import { openWorld, type World } from '../permissions/framework/world';
import { startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import { type Person, type SignedIn, seedPeople } from '../support/people';

// Whoever speaks anonymously here has spoken by name before, so that nothing new is known of one and not of another.
const doubles = {
  'graduate-a': { name: '甲子匿', role: 'graduate', major: '水利工程' },
  'graduate-b': { name: '乙丑匿', role: 'graduate', major: '海洋科学' },
  'lead-b': { name: '丙寅匿', role: 'lead', boards: ['jobs', 'guidance', 'threads'], major: '法学' },
  'teacher-b': { name: '丁卯匿', role: 'teacher', college: '就业指导中心' },
  'admin-b': { name: '戊辰匿', role: 'admin', college: '就业指导中心' },
  // On duty like the other leads, until this one leaves.
  leaving: { name: '己巳匿', role: 'lead', boards: ['threads'], major: '哲学' },
} as const satisfies Record<string, Person>;

export const authors = ['graduate-a', 'graduate-b', 'lead-b', 'teacher-b', 'admin-b'] as const;
export type Author = (typeof authors)[number];

/** Who says what in a story: all else in it is the same, whoever they are. */
export interface Voices {
  /** Asks twice, and adds to the first question. */
  first: Author;
  /** Asks the third and fourth question. */
  second: Author;
  /** Answers a question of another, and reports it. */
  third: Author;
}

/** What a story leaves, by the names under which answers are compared. */
export interface Told {
  ids: Record<'T1' | 'T2' | 'T3' | 'T4' | 'N1' | 'S1' | 'A1' | 'A3', string>;
  /** Of more questions of `first`. */
  others: string[];
  /** The cases that wait for a decision about them, by the piece. */
  cases: Map<string, string>;
  voices: Voices;
  /** What the service wrote into its log meanwhile. */
  log: string[];
}

export interface Stage {
  t: TestApp;
  world: World;
  people: Record<keyof typeof doubles, SignedIn>;
  /** Ids that were drawn for this story. They are random in real life, and so are no difference. */
  drawn: Set<string>;
  lines: string[];
  /** Of the number under which each request is logged. */
  requestPrefix: string;
  close(): Promise<void>;
}

const alphabet = '0123456789abcdefghijkmnpqrstvwxy';
const digits = (value: number, count: number): string =>
  Array.from({ length: count }, (_, i) => alphabet[Math.floor(value / 32 ** (count - 1 - i)) % 32]).join('');

const minute = 60_000;

/**
 * Starts the service with its people, who have all spoken by name; `t.restore('base')` comes back to this.
 * @param extend puts more on the service before the first request
 */
export async function openStage(extend?: (t: TestApp) => Promise<void>): Promise<Stage> {
  const lines: string[] = [];
  const log: LogTarget = { write: (line) => lines.push(line) };
  const t = await startTestApp({ LOG_LEVEL: 'info' }, { log });
  await extend?.(t);
  const world = await openWorld(t);
  const people = await seedPeople(t.context, doubles);
  const drawn = new Set<string>();
  let n = 0;
  // In the order in which they are drawn, so that a tie of time is no chance.
  t.context.ids = {
    next(at) {
      n += 1;
      const id = digits(at.getTime(), 9) + digits(n, 7);
      drawn.add(id);
      return id;
    },
  };
  const requestPrefix = String((await t.send('/boards')).headers['x-request-id']).slice(0, 9);
  const stage = { t, world, people, drawn, lines, requestPrefix, close: () => t.close() };
  for (const author of authors) await speakByName(stage, author);
  await t.keep('base');
  return stage;
}

/** Words by name, of everybody alike, and before readers whatever was thought of them. */
async function speakByName({ t, world, people }: Stage, author: Author): Promise<void> {
  const api = t.withToken(people[author].token);
  for (const title of ['档案要不要转回生源地？', '报到证取消以后看什么？']) {
    t.clock.advance(minute);
    const asked = await world
      .as('stranger')
      .threads.ask({ body: threadDraft({ title: `${title}（${author}）` }) });
    await api.threads.ask({ body: threadDraft({ title: `${title}（${author} 自己的）` }) });
    await api.threads.answer({ params: { id: asked.id }, body: { body: `问过学院，以通知为准。${author}` } });
  }
  const { db } = t.context;
  const { threads, answers } = db.tables;
  const ids = [people[author].id, world.people.stranger.id];
  await db.write(async (tx) => {
    await tx.update(threads).set({ life: 'published' }).where(inArray(threads.askerId, ids));
    await tx.update(answers).set({ life: 'published' }).where(inArray(answers.authorId, ids));
  });
}

/** A part of the story: one that was refused is another story. */
async function act(
  t: TestApp,
  token: string,
  method: 'POST' | 'PATCH' | 'PUT',
  url: string,
  body?: object,
): Promise<void> {
  const { statusCode, body: said } = await t.send(url, { method, token, ...(body ? { body } : {}) });
  if (statusCode >= 300) throw new Error(`${method} ${url} was answered ${statusCode} ${said}`);
}

function idOf(found: { id: string } | undefined): string {
  if (!found) throw new Error('Nobody sees what was said');
  return found.id;
}

/** Tells a story from `base` on: questions, answers and a report without a name. `t.restore('told')` comes back to its end. */
export async function tell(stage: Stage, voices: Voices): Promise<Told> {
  const { t, world, people, lines, drawn } = stage;
  await t.restore('base');
  lines.length = 0;
  drawn.clear();
  const tokenOf = (voice: keyof Voices) => people[voices[voice]].token;
  const ask = async (voice: keyof Voices, title: string) => {
    t.clock.advance(7 * minute);
    const { id } = await t
      .withToken(tokenOf(voice))
      .threads.ask({ body: threadDraft({ title, body: '说不清楚，想听听大家的。', anonymous: true }) });
    return id;
  };
  /** Adds words without a name to a question. */
  const answer = async (voice: keyof Voices, id: string, body: string): Promise<string> => {
    t.clock.advance(3 * minute);
    await act(t, tokenOf(voice), 'POST', `/threads/${id}/answers`, { body, anonymous: true });
    const { answers } = await t.withToken(tokenOf(voice)).threads.detail({ params: { id } });
    return idOf(answers.find((one) => one.body === body));
  };
  const T1 = await ask('first', '签了三方又想考研，违约金怎么算？');
  t.clock.advance(minute);
  const { answers } = await world
    .as('stranger')
    .threads.answer({ params: { id: T1 }, body: { body: '看协议第七条写的数额。' } });
  const S1 = idOf(answers[0]);
  t.clock.advance(minute);
  const added = '补充：协议还没盖学校的章。';
  const own = await t
    .withToken(tokenOf('first'))
    .threads.answer({ params: { id: T1 }, body: { body: added } });
  const A1 = idOf(own.answers.find(({ body }) => body === added));
  const T2 = await ask('first', '面试被问家庭情况，可以不答吗？');
  const T3 = await ask('second', '试用期被劝退，要不要签字？');
  const T4 = await ask('second', '宿舍里只有我没有去处，怎么办？');
  t.clock.advance(minute);
  const { id: N1 } = await world
    .as('graduate')
    .threads.ask({ body: threadDraft({ title: '选调生的体检一般查什么？' }) });
  const A3 = await answer('third', N1, '去年查了血压和视力。');
  // So that it is everybody's turn to be on duty, also of the one who asks.
  const others: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8])
    others.push(await ask('first', `第 ${n} 个想问又不好意思问的问题`));
  for (const [voice, method, url, body] of [
    ['first', 'PATCH', `/threads/${T2}`, { body: '说不清楚，改了一下。', version: 1 }],
    ['first', 'POST', `/threads/${T1}/accept`, { answerId: S1 }],
    ['second', 'POST', `/threads/${T3}/close`, {}],
    ['third', 'PUT', `/threads/${T1}/following`, undefined],
    ['third', 'PUT', `/answers/${S1}/useful`, undefined],
    ['third', 'POST', '/reports', { target: { type: 'thread', id: N1 }, reason: 'ad', note: '' }],
  ] as const) {
    t.clock.advance(minute);
    await act(t, tokenOf(voice), method, url, body);
  }
  // Words that the check holds, and reports about each voice: moderators read cases of all of them.
  others.push(await ask('second', '谁有内推？加微信 neitui2026 详聊，押金三百'));
  for (const [type, id] of [
    ['thread', T1],
    ['thread', T3],
    ['answer', A1],
    ['answer', A3],
  ]) {
    t.clock.advance(minute);
    const report = { target: { type, id }, reason: 'abuse', note: '' };
    await act(t, world.people.stranger.token, 'POST', '/reports', report);
  }
  const { db } = t.context;
  const opened = await db.read.select().from(db.tables.cases).orderBy(db.tables.cases.id);
  const cases = new Map(opened.map(({ id, targetId }) => [targetId, id]));
  for (const id of [T1, T3, A1, A3, N1])
    if (!cases.has(id)) throw new Error('A report about each voice opens a case');
  await t.keep('told');
  return { ids: { T1, T2, T3, T4, N1, S1, A1, A3 }, others, cases, voices, log: [...lines] };
}

/** What happens to a story afterwards, through which its authors must stay unknown, too. */
export const sequels: Record<string, (stage: Stage, told: Told) => Promise<void>> = {
  'a teacher has muted each author': async ({ t, world }, { ids }) => {
    for (const [type, id] of [
      ['thread', ids.T1],
      ['answer', ids.A1],
      ['thread', ids.T3],
      ['answer', ids.A3],
    ])
      await act(t, world.people.teacher.token, 'POST', '/moderation/mutes', {
        target: { type, id },
        days: 3,
        reason: '先冷静几天',
      });
  },
  'a teacher took each question down and its author appealed': async (
    { t, world, people },
    { ids, voices },
  ) => {
    for (const [id, voice] of [
      [ids.T1, voices.first],
      [ids.T3, voices.second],
    ] as const) {
      t.clock.advance(11 * minute);
      const hide = { target: { type: 'thread', id }, reason: 'other', note: '先核实' };
      await act(t, world.people.teacher.token, 'POST', '/moderation/hide', hide);
      t.clock.advance(11 * minute);
      const { token } = people[voice];
      await act(t, token, 'POST', `/threads/${id}/appeal`, { text: '我没有违反社区规范。' });
    }
  },
  'a person on duty has left': async ({ t, people }) => {
    const { context, clock } = t;
    const { id: userId } = people.leaving;
    await context.db.write(async (tx) => {
      const at = clock.now();
      await emit(context, tx, 'account.closing', { userId, at });
    });
  },
  'nobody answered for two days': async ({ t }) => {
    for (let hours = 0; hours < 50; hours += 5) {
      t.clock.advance(5 * 60 * minute);
      await t.runTasks();
    }
  },
};
