import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentDocuments } from '@qihang/server/features/consents/documents';
import { documentNames } from '@qihang/shared/consents/vocabulary';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ QIHANG_SCHOOL: '江州大学' });
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const asked = () => currentDocuments().map(({ name, version }) => ({ name, version }));
const question = { title: '三方协议怎么签？', body: '', category: 'policy', anonymous: true } as const;
const agree = (documents = asked()) => t.as('fresh').consents.give({ body: { documents, client: 'h5' } });

describe('GET /documents', () => {
  it('lists the three texts with version and hash to a visitor', async () => {
    const { items } = await t.as().consents.documents({});
    expect(items.map(({ name, title }) => [name, title])).toEqual([
      ['user-agreement', '用户协议'],
      ['privacy-policy', '隐私政策'],
      ['community-rules', '社区规范'],
    ]);
    for (const { version, hash } of items) {
      expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(documentNames)('gives %s in full as blocks, with the name of the school', async (name) => {
    const { blocks } = await t.as().consents.document({ params: { name } });
    const text = JSON.stringify(blocks);
    expect(text).not.toContain('{{');
    expect(blocks.filter(({ type }) => type === 'heading').length).toBeGreaterThanOrEqual(4);
    if (name !== 'community-rules') expect(text).toContain('江州大学');
  });

  it('knows no other text', async () => {
    expect((await t.send('/documents/licence')).statusCode).toBe(400);
  });
});

it('has every text under its version in the register: new words need a new version', () => {
  const register = JSON.parse(
    readFileSync(join(__dirname, '../../server/documents/versions.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  for (const { name, version, hash } of currentDocuments()) {
    expect([name, version, register[name]?.[version]]).toEqual([name, version, hash]);
    expect(
      Object.keys(register[name] ?? {})
        .sort()
        .at(-1),
    ).toBe(version);
  }
});

describe('somebody who has not agreed', () => {
  it('reads, and is told what is missing', async () => {
    await t.as('fresh').jobs.list({});
    const { items } = await t.as('fresh').consents.mine({});
    expect(items.map(({ name, acceptedAt }) => [name, acceptedAt])).toEqual(
      documentNames.map((name) => [name, null]),
    );
  });

  it('writes nothing: 403 names each text', async () => {
    const problem = await problemOf(t.as('fresh').threads.ask({ body: question }));
    expect(problem).toMatchObject({ status: 403, code: 'consent.required' });
    expect(problem.errors?.map(({ path }) => path)).toEqual([...documentNames]);
    expect(problem.errors?.[1]?.message).toMatch(/^《隐私政策》\d{4}-\d{2}-\d{2} 版$/);
    expect((await t.as('fresh').threads.list({ query: { mine: true } })).items).toEqual([]);
  });

  it('learns first that it may not do a thing at all', async () => {
    expect((await t.send('/boards', { method: 'POST', as: 'fresh', body: {} })).json().code).not.toBe(
      'consent.required',
    );
  });

  it('signs out', async () => {
    expect((await t.send('/session', { method: 'DELETE', as: 'fresh' })).statusCode).toBe(204);
  });

  it('asks once all three are agreed to, and not before', async () => {
    const [first, ...rest] = asked();
    await agree(first ? [first] : []);
    expect(await problemOf(t.as('fresh').threads.ask({ body: question }))).toMatchObject({
      errors: [{ path: 'privacy-policy' }, { path: 'community-rules' }],
    });
    await agree(rest);
    expect((await t.as('fresh').threads.ask({ body: question })).title).toBe(question.title);
  });

  it('does not hold up visitors', async () => {
    const { code } = (await t.send('/threads', { method: 'POST', body: question })).json();
    expect(code).toBe('session.required');
  });
});

describe('POST /me/consents', () => {
  it('records person, text, version, hash, client and time, once', async () => {
    const { items } = await agree();
    expect(items.every(({ acceptedAt }) => acceptedAt === t.clock.now().toISOString())).toBe(true);
    const at = t.clock.now();
    t.clock.advance(60_000);
    await agree();
    const { db } = t.context;
    const rows = await db.read
      .select()
      .from(db.tables.consents)
      .where(eq(db.tables.consents.userId, t.people.fresh.id));
    expect(rows).toHaveLength(documentNames.length);
    expect(rows).toContainEqual({
      userId: t.people.fresh.id,
      document: 'privacy-policy',
      version: currentDocuments()[1]?.version,
      hash: currentDocuments()[1]?.hash,
      client: 'h5',
      acceptedAt: at,
    });
  });

  it('refuses a version that does not hold, and records nothing of the request', async () => {
    const documents = asked().map((one, i) => (i === 2 ? { ...one, version: '2020-01-01' } : one));
    expect(await problemOf(agree(documents))).toMatchObject({ status: 409, code: 'consent.outdated' });
    const { items } = await t.as('fresh').consents.mine({});
    expect(items.every(({ acceptedAt }) => acceptedAt === null)).toBe(true);
  });

  it('needs somebody who is signed in', async () => {
    const body = { documents: asked(), client: 'h5' } as const;
    expect(await problemOf(t.as().consents.give({ body }))).toMatchObject({ code: 'session.required' });
  });
});

describe('a text that has changed', () => {
  it('is asked for again, and says which version was agreed to before', async () => {
    const { db } = t.context;
    const { consents } = db.tables;
    // As if linxiao had agreed to an earlier text.
    await db.write((tx) =>
      tx
        .update(consents)
        .set({ hash: 'of an earlier text', version: '2026-01-01' })
        .where(eq(consents.document, 'privacy-policy')),
    );
    expect(await problemOf(t.as('linxiao').threads.ask({ body: question }))).toMatchObject({
      code: 'consent.required',
      errors: [{ path: 'privacy-policy' }],
    });
    const mine = async () => (await t.as('linxiao').consents.mine({})).items;
    expect(await mine()).toContainEqual(
      expect.objectContaining({ name: 'privacy-policy', acceptedAt: null, acceptedVersion: '2026-01-01' }),
    );
    await t.as('linxiao').consents.give({ body: { documents: asked(), client: 'weapp' } });
    await t.as('linxiao').threads.ask({ body: question });
    // The earlier consent stays on record.
    const kept = await db.read.select().from(consents).where(eq(consents.userId, t.people.linxiao.id));
    expect(kept.filter(({ document }) => document === 'privacy-policy')).toHaveLength(2);
  });
});
