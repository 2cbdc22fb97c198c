import { randomUUID } from 'node:crypto';
import { buildApp } from '@qihang/server/app';
import { registry } from '@qihang/server/composition/registry';
import { takesIdempotencyKey } from '@qihang/shared/contract/route';
import { startTestApp, type TestApp } from '../support/app';
import { testNow } from '../support/clock';
import { contracts } from '../support/contracts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const question = (title = '三方协议丢了怎么补办') => ({
  title,
  body: '',
  category: 'policy',
  anonymous: true,
});

const ask = (key: string, body: object = question(), as: PersonKey = 'zhaoyu') =>
  t.send('/threads', { method: 'POST', as, body, headers: { 'idempotency-key': key } });

const threads = () => t.context.db.read.$count(t.context.db.tables.threads);
const idempotencyKeys = () => t.context.db.read.select().from(t.context.db.tables.idempotencyKeys);

describe('a write that comes twice under one key', () => {
  it('is done once, and the second is answered as the first, which it says', async () => {
    const key = randomUUID();
    const first = await ask(key);
    const second = await ask(key);
    expect(first.statusCode).toBe(201);
    expect(second.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(await threads()).toBe(1);
  });

  it('is done twice under two keys, and without one', async () => {
    // In other words each time: the same within minutes are one question, whatever their keys.
    await ask(randomUUID(), question('三方协议丢了怎么补办'));
    await ask(randomUUID(), question('解约函在哪里盖章'));
    for (const title of ['户口能留两年吗', '档案放在哪里'])
      await t.send('/threads', { method: 'POST', as: 'zhaoyu', body: question(title) });
    expect(await threads()).toBe(4);
  });

  it('keeps an answer without a body', async () => {
    const { id } = (await ask(randomUUID())).json();
    const key = randomUUID();
    const hide = () =>
      t.send('/moderation/hide', {
        method: 'POST',
        as: 'wanglaoshi',
        body: { target: { type: 'thread', id }, reason: 'privacy' },
        headers: { 'idempotency-key': key },
      });
    const [first, second] = [await hide(), await hide()];
    // Without the key the second would be told that it is hidden already.
    expect([first.statusCode, second.statusCode]).toEqual([204, 204]);
    expect(second.headers['idempotent-replayed']).toBe('true');
  });

  it('is refused alike where the first was refused', async () => {
    const key = randomUUID();
    const accept = () =>
      t.send('/threads/nothing/accept', {
        method: 'POST',
        as: 'zhaoyu',
        body: { answerId: 'nothing' },
        headers: { 'idempotency-key': key },
      });
    const [first, second] = [await accept(), await accept()];
    expect(first.statusCode).toBe(404);
    expect(second.body).toBe(first.body);
    expect(second.headers).toMatchObject({
      'content-type': first.headers['content-type'],
      'idempotent-replayed': 'true',
    });
  });

  it('is done again after a day', async () => {
    const key = randomUUID();
    await ask(key);
    t.clock.advance(24 * 3_600_000 - 1);
    expect((await ask(key)).headers['idempotent-replayed']).toBe('true');
    t.clock.advance(1);
    expect((await ask(key)).headers).not.toHaveProperty('idempotent-replayed');
    expect((await ask(key)).headers['idempotent-replayed']).toBe('true');
    expect(await threads()).toBe(2);
  });

  it('is another one when another person sends it', async () => {
    const key = randomUUID();
    await ask(key);
    const theirs = await ask(key, question(), 'linxiao');
    expect(theirs.headers).not.toHaveProperty('idempotent-replayed');
    expect(await threads()).toBe(2);
  });
});

describe('a key that came before', () => {
  it.each([
    ['another body', '/threads', question('别的问题')],
    ['another route', '/threads/nothing/answers', { body: '回答' }],
  ])('is refused with %s', async (_, url, body) => {
    const key = randomUUID();
    await ask(key);
    const other = await t.send(url, {
      method: 'POST',
      as: 'zhaoyu',
      body,
      headers: { 'idempotency-key': key },
    });
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ code: 'idempotency.mismatch' });
    expect(await threads()).toBe(1);
  });

  it('says nothing of the first to somebody who is signed out', async () => {
    const key = randomUUID();
    await ask(key);
    const stranger = await t.send('/threads', {
      method: 'POST',
      body: question(),
      headers: { 'idempotency-key': key },
    });
    expect(stranger.json()).toMatchObject({ code: 'session.required' });
  });
});

it.each(['', ' ', 'a b', '键', 'x'.repeat(256)])('takes no key like %j', async (key) => {
  const answer = await ask(key === '键' ? Buffer.from(key).toString('latin1') : key);
  expect(answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ path: 'idempotency-key' }] });
  expect(await threads()).toBe(0);
});

type Write = TestApp['context']['db']['write'];

/** Puts something in the way of every write until it is given back. */
function hinderWrites(hindrance: (write: Write) => Write): () => void {
  const db = t.context.db as { write: Write };
  const { write } = db;
  db.write = hindrance(write);
  return () => {
    db.write = write;
  };
}

describe('at the same time', () => {
  it('a second one is told to come again while the first is carried out', async () => {
    const key = randomUUID();
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let arrived = () => {};
    const atGate = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const free = hinderWrites((write) => async (work) => {
      arrived();
      await gate;
      return write(work);
    });
    const first = ask(key);
    await atGate;
    const second = await ask(key);
    go();
    free();
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: 'idempotency.in-progress' });
    expect(second.headers['retry-after']).toBe('1');
    const { body } = await first;
    expect((await ask(key)).body).toBe(body);
    expect(await threads()).toBe(1);
  });

  it('ten that come to two processes are one write', async () => {
    const other = await buildApp(t.context);
    try {
      const key = randomUUID();
      const askThere = (app: typeof other) =>
        app.inject({
          method: 'POST',
          url: '/api/v1/threads',
          headers: { authorization: `Bearer ${t.people.zhaoyu.token}`, 'idempotency-key': key },
          payload: question(),
        });
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => askThere(i % 2 ? other : t.app)),
      );
      const [done, ...more] = answers.filter(({ statusCode }) => statusCode === 201);
      const waiting = answers.filter(({ statusCode }) => statusCode !== 201);
      for (const answer of more) expect(answer.body).toBe(done?.body);
      for (const answer of waiting) expect(answer.json()).toMatchObject({ code: 'idempotency.in-progress' });
      expect((await ask(key)).body).toBe(done?.body);
      expect(await threads()).toBe(1);
    } finally {
      await other.close();
    }
  });
});

describe('a process that ends', () => {
  /** The same database under a service that knows nothing but what stands in it. */
  async function afterRestart(key: string) {
    const restarted = await buildApp(t.context);
    try {
      return await restarted.inject({
        method: 'POST',
        url: '/api/v1/threads',
        headers: { authorization: `Bearer ${t.people.zhaoyu.token}`, 'idempotency-key': key },
        payload: question(),
      });
    } finally {
      await restarted.close();
    }
  }

  it('before the write leaves nothing: the repeat is carried out', async () => {
    const key = randomUUID();
    const free = hinderWrites(() => () => Promise.reject(new Error('the process ends')));
    expect((await ask(key)).statusCode).toBe(500);
    free();
    expect((await afterRestart(key)).statusCode).toBe(201);
    expect(await threads()).toBe(1);
  });

  it('within the write leaves nothing either', async () => {
    const key = randomUUID();
    const free = hinderWrites(
      (write) => (work) =>
        write(async (tx) => {
          await work(tx);
          throw new Error('the process ends');
        }),
    );
    expect((await ask(key)).statusCode).toBe(500);
    free();
    expect(await idempotencyKeys()).toEqual([]);
    expect((await afterRestart(key)).statusCode).toBe(201);
    expect(await threads()).toBe(1);
  });

  it('between the write and its answer leaves the write, and the repeat is told so', async () => {
    const key = randomUUID();
    let writes = 0;
    const free = hinderWrites(
      (write) => (work) => (++writes === 1 ? write(work) : Promise.reject(new Error('the process ends'))),
    );
    // Whoever is still there to hear it gets the answer.
    expect((await ask(key)).statusCode).toBe(201);
    free();
    expect((await afterRestart(key)).json()).toMatchObject({ code: 'idempotency.in-progress' });
    t.clock.advance(10_000);
    const repeat = await afterRestart(key);
    expect(repeat.statusCode).toBe(409);
    expect(repeat.json()).toMatchObject({ code: 'idempotency.answer-lost' });
    expect(await threads()).toBe(1);
  });
});

describe('what is kept', () => {
  it('is no answer of a fault, so that a repeat is tried again', async () => {
    const key = randomUUID();
    const free = hinderWrites(() => () => Promise.reject(new Error('disk I/O error')));
    expect((await ask(key)).statusCode).toBe(500);
    free();
    expect(await idempotencyKeys()).toEqual([]);
    expect((await ask(key)).statusCode).toBe(201);
    expect(await threads()).toBe(1);
  });

  it('tells neither key nor person, and goes after a day', async () => {
    const key = randomUUID();
    await ask(key);
    const rows = await idempotencyKeys();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(rows[0]?.id).toMatch(/^[\w-]{43}$/);
    const rule = registry.retention.find(({ name }) => name === 'idempotency-keys.over-a-day');
    const clean = (hours: number) => rule?.apply(t.context, new Date(testNow.getTime() + hours * 3_600_000));
    await clean(23.9);
    expect(await idempotencyKeys()).toHaveLength(1);
    await clean(24);
    expect(await idempotencyKeys()).toEqual([]);
  });

  it('is no answer with a token', async () => {
    const demo = await startTestApp({ QIHANG_DEMO: '1' });
    try {
      const key = { 'idempotency-key': randomUUID() };
      const feed = () => demo.send('/me/calendar-feed', { method: 'POST', as: 'zhaoyu', headers: key });
      const [first, second] = [await feed(), await feed()];
      expect(first.statusCode).toBe(201);
      expect(second.json().url).not.toBe(first.json().url);
      const { db } = demo.context;
      expect(await db.read.select().from(db.tables.idempotencyKeys)).toEqual([]);
    } finally {
      await demo.close();
    }
  });

  it('is declared route by route: whatever answers a secret takes no key', () => {
    const secret = /"(token|url|code|password|secret)"/;
    // The address of an upload is no secret: who may see it is asked each time.
    const open = ['uploads.create'];
    const named = contracts.flatMap(([feature, contract]) =>
      Object.entries(contract)
        .filter(([, route]) => takesIdempotencyKey(route))
        .filter(([, { response }]) => response && 'shape' in (response as object))
        .filter(([, { response }]) =>
          secret.test(JSON.stringify(Object.keys((response as unknown as { shape: object }).shape))),
        )
        .map(([name]) => `${feature}.${name}`),
    );
    expect(named).toEqual(open);
  });
});
