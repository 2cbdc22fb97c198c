// Takes about 60 seconds.
import { queueStates } from '@qihang/shared/cases/vocabulary';
import {
  type ContentState,
  type ContentType,
  contentStates,
  contentTypes,
} from '@qihang/shared/content/vocabulary';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';
import type { PersonKey } from '../support/people';
import { markOf, marksIn, type Written, writePiece } from './pieces';

// A row of every kind in every state, looked for as every role in every answer the service gives. What may not be seen is
// nowhere: in no list, count, facet, search, similar, recommendation, related, calendar, feed, export or page.

const roles = [
  'visitor',
  'unverified',
  'graduate',
  'author',
  'lead',
  'lead elsewhere',
  'former lead',
  'teacher',
  'admin',
] as const;
type Role = (typeof roles)[number];

const person: Record<Exclude<Role, 'visitor'>, PersonKey> = {
  unverified: 'unverified',
  graduate: 'zhaoyu',
  author: 'linxiao',
  lead: 'chenyiming',
  'lead elsewhere': 'guidanceLead',
  'former lead': 'formerLead',
  teacher: 'wanglaoshi',
  admin: 'admin',
};
const keyOf = (role: Role): PersonKey | undefined => (role === 'visitor' ? undefined : person[role]);

/** Written down here and asked of no rule of the service. `lead elsewhere` leads the board of articles alone. */
function maySee(role: Role, type: ContentType, life: ContentState): boolean {
  if (life === 'published' || role === 'author') return true;
  if (life === 'draft') return false;
  return ['lead', 'teacher', 'admin'].includes(role) || (role === 'lead elsewhere' && type === 'post');
}

/** Answers that show people what they may see beyond what is published: single pieces, and what is their own. */
const beyondPublished = [
  'jobs.detail',
  'posts.detail',
  'threads.detail',
  'threads.history',
  'threads.answerHistory',
  'jobs.mine',
  'desk.show',
  'desk.pieces',
  ...['jobRevisions', 'postRevisions'].flatMap((feature) =>
    ['list', 'detail', 'compare', 'workingCopy'].map((name) => `${feature}.${name}`),
  ),
  'my-data.export',
  'saves.list',
  'cases.queue',
  'cases.detail',
];

interface Ask {
  /** `feature.route`. */
  route: string;
  method: 'GET' | 'POST';
  url: string;
  body?: unknown;
}

const marks = contentTypes.flatMap((type) => contentStates.map((life) => markOf(type, life)));

/** What asks the service for more than it says unasked, by route. */
const questions: Record<string, (() => string[]) | undefined> = {
  'jobs.list': () => [
    '?limit=50',
    '?board=jobs&limit=50&sort=deadline',
    '?sort=match&limit=50',
    '?state=closed&state=open&state=closing-soon&state=closing-today&state=unverified&limit=50',
    ...marks.flatMap((mark) => [`?q=${mark}`, `?city=${mark}`, `?city=${mark}&city=宁波`, `?major=${mark}`]),
  ],
  'jobs.count': () => ['', ...marks.flatMap((mark) => [`?q=${mark}`, `?city=${mark}`, `?major=${mark}`])],
  'jobs.mine': () => ['?limit=50', '?show=waiting&limit=50'],
  'posts.list': () => ['?limit=50', '?board=guidance&limit=50', ...marks.map((mark) => `?q=${mark}`)],
  'threads.list': () => [
    '?limit=50',
    '?board=threads&sort=active&limit=50',
    '?state=open&state=answered&category=policy&limit=50',
    '?state=pending&limit=50',
    '?tab=answered&limit=50',
    '?tab=waiting&limit=50',
    ...marks.map((mark) => `?q=${mark}`),
  ],
  'threads.similar': () => marks.map((mark) => `?title=${mark}`),
  'search.search': () => marks.flatMap((mark) => [`?q=${mark}`, `?q=${mark}&board=guidance`]),
  'cases.queue': () => queueStates.map((state) => `?state=${state}&limit=50`),
  'people.holders': () => ['?board=jobs&board=threads'],
  'people.terms': () => ['?within=60'],
  'saves.list': () => ['?limit=50'],
  'saves.calendar': () => ['?from=2026-11-01&to=2027-01-31'],
  'jobWriting.majorsMeant': () => marks.slice(0, 2).map((mark) => `?name=${mark}`),
};

let t: TestApp;
let feeds: Map<Role, string>;
let subject: { questionId: string };

async function everythingAskable(pieces: readonly Written[]): Promise<Ask[]> {
  const { db } = t.context;
  const cases = await db.read.select({ id: db.tables.cases.id }).from(db.tables.cases);
  const ids = [
    subject.questionId,
    ...cases.map(({ id }) => id),
    ...pieces.map(({ id }) => id),
    ...Object.values(t.people).map(({ id }) => id),
  ];
  const asks: Ask[] = [];
  for (const [feature, contract] of contracts) {
    for (const [name, { method, path }] of Object.entries(contract)) {
      if (method !== 'GET') continue;
      const route = `${feature}.${name}`;
      const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
      if (params.length === 0)
        for (const query of questions[route]?.() ?? ['']) asks.push({ route, method, url: path + query });
      else if (params.join() === 'id')
        for (const id of ids) asks.push({ route, method, url: path.replace('{id}', id) });
      else if (params.join() === 'name')
        for (const mark of marks.slice(0, 2)) asks.push({ route, method, url: path.replace('{name}', mark) });
    }
  }
  // What reads, although it is sent.
  for (const life of contentStates) {
    const mark = markOf('job', life);
    const job = {
      title: `${mark} 工程师`,
      company: `${mark} 公司`,
      cities: [mark],
      majors: [mark],
      body: mark,
    };
    asks.push({ route: 'jobWriting.similar', method: 'POST', url: '/jobs/similar', body: { job } });
  }
  return asks;
}

const send = (role: Role, { method, url, body }: Ask) => {
  const as = keyOf(role);
  return t.send(encodeURI(url), { method, ...(body === undefined ? {} : { body }), ...(as ? { as } : {}) });
};

/** Everything a person is told, by what was asked. */
async function crawl(
  role: Role,
  asks: readonly Ask[],
): Promise<{ ask: Ask; status: number; body: string }[]> {
  const answers = [];
  const feed = feeds.get(role);
  const all = feed ? [...asks, { route: 'saves.feed', method: 'GET' as const, url: feed }] : asks;
  for (const ask of all) {
    const { statusCode, body } = await send(role, ask);
    answers.push({ ask, status: statusCode, body });
  }
  for (const url of ['/', '/sitemap.xml', '/robots.txt', '/api/v1/openapi.json']) {
    const { statusCode, body } = await t.app.inject({ url, headers: { accept: 'text/html' } });
    answers.push({ ask: { route: url, method: 'GET' as const, url }, status: statusCode, body });
  }
  return answers;
}

const writing = () => ({
  context: t.context,
  authorId: t.people.linxiao.id,
  onDutyId: t.people.chenyiming.id,
  questionId: subject.questionId,
});

async function write(lives: readonly ContentState[], born: (life: ContentState) => ContentState) {
  const pieces: Written[] = [];
  for (const type of contentTypes)
    for (const life of lives) pieces.push(await writePiece(writing(), { type, life, born: born(life) }));
  // Saved while it was still to be seen, as what is hidden later was.
  const { savedJobs } = t.context.db.tables;
  const now = t.clock.now();
  const row = { progress: 'saved' as const, note: null, savedAt: now, updatedAt: now };
  await t.context.db.write(async (tx) => {
    for (const { type, id } of pieces)
      if (type === 'job')
        for (const { id: userId } of Object.values(t.people))
          await tx.insert(savedJobs).values({ userId, jobId: id, ...row });
  });
  return pieces;
}

describe.each([
  ['written in its state', (life: ContentState) => life],
  ['brought to its state', (): ContentState => 'published'],
])('a piece that was %s', (_, born) => {
  let published: Written[];
  let before: Map<Role, Map<string, string>>;
  let pieces: Written[];
  beforeAll(async () => {
    t = await startTestApp();
    feeds = new Map();
    for (const role of roles) {
      const as = keyOf(role);
      if (!as) continue;
      const { url } = await t.as(as).saves.openFeed({});
      feeds.set(role, url.replace('/api/v1', ''));
    }
    const seen = {
      context: t.context,
      authorId: t.people.linxiao.id,
      onDutyId: t.people.chenyiming.id,
      questionId: '',
    };
    const question = await writePiece(seen, { type: 'thread', life: 'published', born: 'published' });
    subject = { questionId: question.id };
    published = await write(['published'], () => 'published');
    // Another of the same employer and majors, to be related to.
    published.push(await writePiece(writing(), { type: 'job', life: 'published', born: 'published' }));
    before = new Map();
    const readers = roles.filter((role) => role !== 'author');
    const asks = await everythingAskable(published);
    for (const role of readers)
      before.set(
        role,
        new Map(
          (await crawl(role, asks)).map(({ ask, body }) => [`${ask.url} ${JSON.stringify(ask.body)}`, body]),
        ),
      );
    pieces = [
      ...published,
      ...(await write(
        contentStates.filter((life) => life !== 'published'),
        born,
      )),
    ];
  });
  afterAll(() => t.close());

  it.each(roles)('is nowhere it may not be seen, for %s', async (role) => {
    const leaks: string[] = [];
    const found = new Set<string>();
    for (const { ask, status, body } of await crawl(role, await everythingAskable(pieces))) {
      // A refusal may repeat what was asked, and nothing else.
      if (status >= 400) continue;
      const answer = body.replaceAll(/"name":"zq\w+","meant":\["zq\w+"\]/g, '');
      for (const [type, life] of marksIn(answer)) {
        const allowed = beyondPublished.includes(ask.route)
          ? maySee(role, type, life) && (!ask.route.startsWith('cases.') || role !== 'author')
          : life === 'published';
        if (!allowed) leaks.push(`${ask.route} ${ask.url} shows ${markOf(type, life)}`);
        found.add(`${ask.route} ${type}`);
      }
    }
    expect(leaks).toEqual([]);
    // What may be seen is found in all these places: an empty answer proves nothing.
    const places = [
      'jobs.list job',
      'jobs.facets job',
      'jobs.detail job',
      'posts.list post',
      'posts.detail post',
    ];
    places.push('threads.list thread', 'threads.detail answer', 'threads.similar thread');
    places.push('search.search job', 'search.search post', 'search.search thread', 'jobs.related job');
    if (role !== 'visitor')
      places.push('saves.list job', 'saves.calendar job', 'saves.calendarFile job', 'saves.feed job');
    if (role === 'visitor') places.push('jobs.recommended job');
    if (role === 'author') places.push('jobs.mine job', 'my-data.export job', 'my-data.export answer');
    if (['lead', 'teacher', 'admin'].includes(role)) {
      places.push('jobWriting.similar job', 'cases.queue job', 'cases.queue post', 'cases.detail job');
      places.push('cases.queue thread', 'cases.queue answer');
    }
    if (['teacher', 'admin'].includes(role)) places.push('people.orphans job', 'people.holdings thread');
    expect(places.filter((place) => !found.has(place))).toEqual([]);
  });

  it.each(roles)('answers 404 to %s where it may not be seen', async (role) => {
    const paths: Partial<Record<ContentType, string>> = {
      job: '/jobs/',
      post: '/posts/',
      thread: '/threads/',
    };
    for (const { type, life, id } of pieces) {
      const path = paths[type];
      if (path === undefined) continue;
      const { statusCode } = await send(role, { route: '', method: 'GET', url: path + id });
      expect([type, life, statusCode]).toEqual([type, life, maySee(role, type, life) ? 200 : 404]);
    }
  });

  // Counts, clocks, orders and cursors as well: the answers are the same, byte by byte.
  it.each(['visitor', 'unverified', 'graduate', 'former lead'] as const)(
    'changes no answer to %s',
    async (role) => {
      const known = before.get(role);
      const after = await crawl(role, await everythingAskable(published));
      // The person's own list of saved jobs says of those that are gone that they are.
      const own = ['saves.list', 'my-data.show', 'my-data.export'];
      const told = after.filter(({ ask }) => !own.includes(ask.route));
      expect(told.length).toBeGreaterThan(200);
      for (const { ask, status, body } of told) {
        if (status >= 400) continue;
        expect([ask.url, body]).toEqual([ask.url, known?.get(`${ask.url} ${JSON.stringify(ask.body)}`)]);
      }
    },
  );

  it.each(['lead', 'lead elsewhere', 'teacher', 'admin'] as const)('counts nowhere, for %s', async (role) => {
    const known = before.get(role);
    const counting = [
      'boards.list',
      'jobs.count',
      'jobs.facets',
      'search.search',
      'people.orphans',
      'people.holders',
    ];
    const asks = (await everythingAskable(published)).filter(({ route }) => counting.includes(route));
    for (const ask of [
      ...asks,
      { route: 'people.ownHoldings', method: 'GET' as const, url: '/me/holdings' },
    ]) {
      const { statusCode, body } = await send(role, ask);
      if (statusCode >= 400) continue;
      expect([ask.url, body]).toEqual([ask.url, known?.get(`${ask.url} ${JSON.stringify(ask.body)}`)]);
    }
  });
});
