import { createClient } from '@qihang/shared/contract/client';
import type { Contract, Route, RouteRequest } from '@qihang/shared/contract/route';
import * as z from 'zod';
import { collectRows, type Judged, judge } from '../permissions/framework/collect';
import { idPlaces, withValue } from '../permissions/framework/ids';
import { authors, type Stage, type Told } from './world';

/** Who looks. None of them is an author of the story. */
export const observers = [
  'visitor',
  'unverified',
  'graduate',
  'stranger',
  'lead',
  'lead-elsewhere',
  'former-lead',
  'muted',
  'teacher',
  'admin',
] as const;
export type Observer = (typeof observers)[number];

/** All that can be told apart takes minutes to ask; what every run asks is a part of it. `CRAWL=full` asks everything. */
export const full = process.env.CRAWL === 'full';
const asked: readonly Observer[] = full ? observers : ['visitor', 'graduate', 'lead', 'teacher', 'admin'];

/** One request, under a name that is the same in every story. */
interface Ask {
  name: string;
  /** The roles that the contract lets in. */
  access: Route['access'];
  method: Route['method'];
  url: string;
  body?: unknown;
}

/** What each request was answered: status, headers and body. */
export type Answers = Map<string, string>;

const tokenOf = ({ world }: Stage, observer: Observer): string | undefined =>
  observer === 'visitor' ? undefined : world.people[observer].token;

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  enum?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  type?: string;
}

const words = ['签了三方', '试用期', '甲子匿', '丙寅匿'];

/** Queries that ask a list for more than it says unasked: each choice, each switch, each word, one at a time. */
function queriesOf({ query }: Route): string[] {
  if (!query) return [''];
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const values = (schema: JsonSchema): string[] => {
    if (schema.enum) return schema.enum;
    if (schema.items) return values(schema.items);
    if (schema.anyOf) return schema.anyOf.flatMap(values);
    if (schema.type === 'boolean') return ['true'];
    return [];
  };
  const fields = Object.entries(properties);
  const chosen = fields.flatMap(([key, schema]) => values(schema).map((value) => `?${key}=${value}`));
  const typed = fields.flatMap(([key]) =>
    ['q', 'title', 'name', 'board', 'actor'].includes(key)
      ? (key === 'board' ? ['threads'] : words).map((value) => `?${key}=${encodeURIComponent(value)}`)
      : [],
  );
  return ['', ...chosen, ...typed];
}

/** What is asked for with a written reason and told to its author. */
const onPurpose = (observer: Observer, name: string) =>
  observer === 'admin' && name.startsWith('reveal.reveal');

/** Every GET, of everything the story left. */
function reads(stage: Stage, { ids, cases }: Told, contracts: readonly [string, Contract][]): Ask[] {
  const byPiece = [...cases.values()].map((id, i) => [`case ${i}`, id]);
  const things = [...Object.entries(ids), ...byPiece, ['threads', 'threads']] as [string, string][];
  const persons = authors.map((author) => [author, stage.people[author].id] as [string, string]);
  return contracts.flatMap(([feature, contract]) =>
    Object.entries<Route>(contract).flatMap(([name, route]): Ask[] => {
      const { method, path, access } = route;
      if (method !== 'GET') return [];
      const query = queriesOf(route);
      const params = [...path.matchAll(/\{\w+\}/g)];
      if (params.length === 0)
        return query.map((one) => ({ name: `${feature}.${name}${one}`, access, method, url: path + one }));
      const [first = ''] = params[0] ?? [];
      return [...things, ...persons].map(([label, id]) => ({
        name: `${feature}.${name} of ${label}`,
        access,
        method,
        url: path.replace(first, id).replace(/\{\w+\}/g, '1'),
      }));
    }),
  );
}

/** A route that writes, and a request that it takes. */
export type Writing = readonly [Pick<Judged, 'feature' | 'name' | 'route'>, unknown];

/** Requests as they succeed elsewhere, by route: what the matrix of permissions sends. */
export async function writingRequests(
  { world }: Stage,
  contracts: readonly [string, Contract][],
): Promise<Writing[]> {
  const requests: Writing[] = [];
  for (const judged of judge(contracts, collectRows())) {
    const { route, row } = judged;
    if (route.method === 'GET' || idPlaces(route).length === 0) continue;
    const state = Object.keys(row.cells)[0] ?? 'always';
    await world.t.restore('base');
    const thing = (await row.prepare(state, world, 'author')) as never;
    requests.push([judged, row.request({ thing, state, role: 'teacher', world } as never)]);
  }
  await world.t.restore('base');
  return requests;
}

type Tree = { [key: string]: unknown };

/** The request, made of a piece of the story in place of its own thing. */
function aimedAt(
  request: unknown,
  route: Route,
  type: 'thread' | 'answer',
  id: string,
  { ids, cases }: Told,
) {
  let aimed = request;
  for (const place of idPlaces(route)) {
    const parts = place.split('.');
    const value = /^\/moderation\/(cases|decisions)/.test(route.path)
      ? (cases.get(id) ?? id)
      : place.endsWith('answerId')
        ? type === 'answer'
          ? id
          : ids.S1
        : type === 'answer' && route.path.startsWith('/threads/')
          ? ids.T1
          : id;
    aimed = withValue(aimed, place, value);
    const parent = parts.slice(0, -1).reduce<Tree | undefined>((at, key) => at?.[key] as Tree, aimed as Tree);
    if (parent && typeof parent.type === 'string') parent.type = type;
  }
  return aimed;
}

/** Every act that takes the name of a thing, tried on what was said anonymously. */
async function writes(told: Told, requests: readonly Writing[]): Promise<Ask[]> {
  const asks: Ask[] = [];
  const { T1, T3, A1, A3 } = told.ids;
  const pieces = { T1: ['thread', T1], T3: ['thread', T3], A1: ['answer', A1], A3: ['answer', A3] } as const;
  for (const [{ feature, name, route }, request] of requests)
    for (const [label, [type, id]] of Object.entries(pieces)) {
      const client = createClient({ route }, async ({ method, path, body }) => {
        asks.push({ name: `${feature}.${name} on ${label}`, access: route.access, method, url: path, body });
      });
      await client.route(aimedAt(request, route, type, id, told) as RouteRequest<Route>);
    }
  return asks;
}

const decodeCursor = (cursor: string) => Buffer.from(cursor, 'base64url').toString('utf8');

/**
 * Takes out what is chance: ids that the story drew, by what they stand for or else by the order in which they come up, the
 * numbers of requests, and aliases.
 */
function withoutChance(
  { drawn, requestPrefix }: Stage,
  { ids, others, cases }: Told,
  aliases: readonly string[],
) {
  const seen = new Map<string, string>([
    ...Object.entries(ids).map(([label, id]) => [id, `‹${label}›`] as const),
    ...others.map((id, i) => [id, `‹another ${i}›`] as const),
    ...[...cases.values()].map((id, i) => [id, `‹case ${i}›`] as const),
  ]);
  return (text: string): string => {
    let plain = text
      .replace(new RegExp(`${requestPrefix}\\w{7}`, 'g'), '‹request›')
      .replace(/"nextCursor":"([^"]*)"/g, (_, cursor: string) => `"nextCursor":${decodeCursor(cursor)}`);
    for (const alias of aliases) plain = plain.replaceAll(alias, '‹alias›');
    return plain.replace(/[0-9a-y]{16}/g, (id) => {
      if (!drawn.has(id)) return id;
      const known = seen.get(id) ?? `‹${seen.size}›`;
      seen.set(id, known);
      return known;
    });
  };
}

const chanceHeaders = ['date', 'etag', 'x-request-id', 'content-length'];

/** A visitor is sent away from what needs a name before anything is looked up: all but a few of such requests are the same. */
const sentAway = (observer: Observer, { access, name }: Ask) =>
  observer === 'visitor' && access !== 'public' && !/^[^ ?]+$| T1$/.test(name);

/** An id that the story drew. */
const ofStory = /‹(?!request›)/;

/**
 * What has nothing to do with any story: features of which nobody was answered anything with an id of it, whatever they were
 * asked. Another story asks each of their lists once, and for one thing of each sort.
 */
function unconcerned(answers: Answers): (ask: Ask) => boolean {
  const featureOf = (name: string) => name.split('.')[0] ?? name;
  // To ask for the log is in the log.
  const concerned = new Set(['audit']);
  for (const [name, text] of answers)
    if (ofStory.test(text)) concerned.add(featureOf(name.slice(name.indexOf(': ') + 2)));
  return ({ name }) => !concerned.has(featureOf(name)) && !/^[^ ?]+$| (T1|A3|case 0|lead-b)$/.test(name);
}

async function send(stage: Stage, observer: Observer, { method, url, body }: Ask) {
  const token = tokenOf(stage, observer);
  const answer = await stage.t.send(url, { method, body, ...(token ? { token } : {}) });
  const headers = Object.entries(answer.headers).filter(([name]) => !chanceHeaders.includes(name));
  return {
    status: answer.statusCode,
    text: `${answer.statusCode} ${JSON.stringify(headers)} ${answer.body}`,
  };
}

/** How the anonymous voices are called: an alias may be drawn by chance. */
async function aliasesOf({ t }: Stage): Promise<string[]> {
  const { items } = await t.as().threads.list({ query: { limit: 50 } });
  return [...new Set(items.flatMap(({ alias }) => (alias ? [alias] : [])))];
}

interface Crawl {
  contracts: readonly [string, Contract][];
  /** Left out: nothing is tried that writes. */
  requests?: readonly Writing[];
  who?: readonly Observer[];
  /** The state that acts are tried on. */
  from?: string;
  /** What was answered to everything: what has nothing to do with any story is not asked again. */
  after?: Answers | undefined;
}

/** Everything that these observers are answered after a story. */
export async function crawl(
  stage: Stage,
  told: Told,
  { contracts, requests = [], who = asked, from = 'told', after }: Crawl,
): Promise<Answers> {
  const answers: Answers = new Map();
  const aliases = await aliasesOf(stage);
  const dull = after && !full ? unconcerned(after) : () => false;
  const reading = reads(stage, told, contracts);
  const writing = await writes(told, requests);
  for (const observer of who) {
    const plain = withoutChance(stage, told, aliases);
    for (const ask of reading) {
      if (sentAway(observer, ask)) continue;
      const name = `${observer}: ${ask.name}`;
      const known = dull(ask) ? after?.get(name) : undefined;
      answers.set(name, known ?? plain((await send(stage, observer, ask)).text));
    }
    for (const ask of writing) {
      if (onPurpose(observer, ask.name) || sentAway(observer, ask)) continue;
      const { status, text } = await send(stage, observer, ask);
      answers.set(`${observer}: ${ask.name}`, plain(text));
      if (status < 400) await stage.t.restore(from);
    }
  }
  return answers;
}

/** The log without what differs from one moment to the next. */
export function logOf(stage: Stage, told: Told): string[] {
  const plain = withoutChance(stage, told, []);
  return told.log.map((line) => {
    const { time: _, pid: _pid, hostname: _host, reqId: _id, responseTime: _ms, ...rest } = JSON.parse(line);
    return plain(JSON.stringify(rest));
  });
}

/** Where two texts part, with a little of what is around it. */
function parting(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 80);
  return `…${around(a)}… or …${around(b)}…`;
}

/** What is answered differently although nothing but the author is different: each a way to tell who it is. */
export const differences = (one: Answers, other: Answers): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].flatMap((name) => {
    const [text, also] = [one.get(name) ?? 'nothing', other.get(name) ?? 'nothing'];
    return text === also ? [] : [`${name}: ${parting(text, also)}`];
  });
