import { inputSchema } from '@qihang/server/http/json-schema';
import { limits } from '@qihang/server/http/limits';
import type { Route } from '@qihang/shared/contract/route';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

/** The most that an answer to nonsense may have, in bytes. */
const fewBytes = 8 * 1024;

const keys = (n: number, value: unknown = 1) =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`unknown-field-${i}`, value]));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const json = { 'content-type': 'application/json' };
const post = (url: string, payload: unknown, as?: 'chenyiming') =>
  t.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { ...json, ...(as ? { authorization: `Bearer ${t.people[as].token}` } : {}) },
  });

describe('an answer to a body with thousands of mistakes', () => {
  it('names twenty of 6,000 unknown fields, and how many more there are', async () => {
    const answer = await post('/jobs', { ...jobDraft(), ...keys(6000) }, 'chenyiming');
    expect(answer.statusCode).toBe(400);
    const { errors, detail } = answer.json();
    expect(errors).toHaveLength(limits.errors.fields);
    expect(errors[0]).toEqual({ path: 'unknown-field-0', message: '不认识的字段' });
    expect(detail).toBe('提交的内容有误，请看标出的地方（另有 5980 处没有列出）');
    expect(answer.body.length).toBeLessThan(fewBytes);
  });

  it('names every field of a body with a few', async () => {
    const answer = await post('/jobs', { ...jobDraft({ title: '' }), a: 1, b: 2 }, 'chenyiming');
    expect(answer.json().errors.map(({ path }: { path: string }) => path)).toEqual(['title', 'a', 'b']);
    expect(answer.json().detail).toBe('提交的内容有误，请看标出的地方');
  });

  it.each([
    ['long names', '/jobs', { ...jobDraft(), ...keys(15), ['x'.repeat(50_000)]: 1 }],
    ['a long text', '/jobs', jobDraft({ title: 'x'.repeat(100_000) })],
    [
      'a text that is no e-mail address',
      '/jobs',
      jobDraft({ apply: { email: `a@${'.'.repeat(150_000)}@` } }),
    ],
    ['many items', '/jobs', jobDraft({ cities: Array(20_000).fill('深圳') })],
    ['items of another kind', '/jobs', { ...jobDraft(), cities: Array(20_000).fill(1) }],
    ['many rows', '/jobs/import/check', { rows: Array(90_000).fill(1) }],
    ['rows of unknown fields', '/jobs/import/check', { rows: Array(500).fill(keys(30)) }],
    ['cells of unknown columns', '/jobs/import/check', { rows: [{ line: 1, texts: keys(30_000, 'x') }] }],
    ['lists in lists', '/jobs', `{"title":${nested(90_000)}}`],
    ['an unfinished job of lists in lists', '/jobs/lint', `{"job":{"title":${nested(400_000)}}}`],
    ['an unfinished job of many parts', '/jobs/lint', { job: { cities: Array(90_000).fill('深圳') } }],
    ['an unfinished job of many fields', '/jobs/lint', { job: keys(20_000) }],
    ['an unfinished job of one text', '/jobs/similar', { job: { title: 'x'.repeat(1_000_000) } }],
  ])('is small for %s', async (_, url, body) => {
    const answer = await post(url, body, 'chenyiming');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('request.invalid');
    expect(answer.json().errors.length).toBeLessThanOrEqual(limits.errors.fields);
    expect(answer.body.length).toBeLessThan(fewBytes);
  });

  it('is small for a query of thousands of names, or of one name', async () => {
    const names = Array.from({ length: 1200 }, (_, i) => `x${i}=`).join('&');
    for (const query of [names, Array(2000).fill('q=').join('&'), Array(1000).fill('city=x').join('&')]) {
      const answer = await t.send(`/jobs?${query}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.body.length).toBeLessThan(fewBytes);
    }
  });
});

describe('a body', () => {
  it('of a visitor has no room for more than a visitor needs', async () => {
    for (const url of ['/session/password', '/session/activation', '/session/demo', '/session/wechat']) {
      const answer = await post(url, keys(90_000));
      expect([answer.statusCode, answer.json().code]).toEqual([413, 'request.too-large']);
    }
  });

  it('has the room that its contract asks for, however it is written', async () => {
    // Every sign as \uXXXX, which is six bytes.
    const escaped = JSON.stringify(jobDraft({ body: String(jobDraft().body).padEnd(4000, '。') })).replace(
      /[^\u0020-\u007e]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect((await post('/jobs', escaped, 'chenyiming')).statusCode).toBe(201);
  });

  it.each([
    ['names nothing is called by', '{"__proto__":{"x":1}}'],
    ['constructors', '{"constructor":{"prototype":{"x":1}}}'],
    ['the same name twice', '{"account":"lead","account":1}'],
  ])('with %s is refused', async (_, body) => {
    expect((await post('/session/demo', body)).statusCode).toBe(400);
  });
});

describe('a form', () => {
  const part = (disposition: string, content = 'x') =>
    `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  it.each([
    ['of 20,000 fields', Array.from({ length: 20_000 }, (_, i) => part(`name="f${i}"`)).join('')],
    [
      'of 20,000 files',
      Array.from({ length: 20_000 }, (_, i) => part(`name="f${i}"; filename="a.csv"`)).join(''),
    ],
    ['with a name of a megabyte', part(`name="${'n'.repeat(2 ** 20)}"; filename="a.csv"`)],
    ['with a file name of a megabyte', part(`name="file"; filename="${'n'.repeat(2 ** 20)}"`)],
  ])('%s is refused in few bytes', async (_, parts) => {
    const answer = await t.app.inject({
      method: 'POST',
      url: '/api/v1/jobs/import/preview',
      payload: `${parts}--b--\r\n`,
      headers: {
        'content-type': 'multipart/form-data; boundary=b',
        authorization: `Bearer ${t.people.chenyiming.token}`,
      },
    });
    expect([400, 413]).toContain(answer.statusCode);
    expect(answer.body.length).toBeLessThan(fewBytes);
  });
});

describe('headers', () => {
  it('by the hundred cost nothing', async () => {
    const headers = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x-flood-${i}`, 'x']));
    expect((await t.send('/boards', { headers })).statusCode).toBe(200);
  });
});

/** Milliseconds of the processor, the least of some tries. */
async function cost(work: () => unknown): Promise<number> {
  const tries: number[] = [];
  for (let n = 0; n < 5; n++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    tries.push((user + system) / 1000);
  }
  return Math.min(...tries);
}

// Naming each took 0.7 s and 3.3 MB.
it.each([
  ['unknown fields', '/jobs/import/check', keys(40_000)],
  ['columns', '/jobs/import/check', { rows: [{ line: 1, texts: keys(40_000) }] }],
  ['rows', '/jobs/import/check', { rows: Array(200_000).fill(1) }],
])('thousands of %s cost little more than reading their JSON', async (what, url, body) => {
  const text = JSON.stringify(body);
  const reading = await cost(() => JSON.parse(text));
  const answering = await cost(() => post(url, text, 'chenyiming'));
  process.stdout.write(`${what}: read in ${reading.toFixed(1)} ms, answered in ${answering.toFixed(1)} ms\n`);
  expect(answering).toBeLessThan(8 * reading + 50);
});

it('every text that a contract takes has a greatest length, or a pattern that has one', () => {
  const unbounded = contracts.flatMap(([feature, contract]) =>
    Object.entries<Route>(contract).flatMap(([name, { body, query }]) =>
      [body, query].flatMap((schema) =>
        schema
          ? [...textsOf(inputSchema(schema) as Json)]
              .filter(
                (text) => !('maxLength' in text || 'enum' in text || 'const' in text || 'pattern' in text),
              )
              .map((text) => `${feature}.${name}: ${JSON.stringify(text)}`)
          : [],
      ),
    ),
  );
  // Days, and a student number, whose length counts after it was folded.
  expect(
    unbounded.filter((one) => !/"type":(\["string","null"\]|"string")(,"minLength":1)?}$/.test(one)),
  ).toEqual([]);
});

type Json = { [key: string]: unknown };
function* textsOf(schema: Json): Generator<Json> {
  if ([schema.type].flat().includes('string')) yield schema;
  for (const value of Object.values(schema))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'object' && one !== null) yield* textsOf(one as Json);
}
