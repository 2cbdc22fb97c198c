import { verdictOf } from '@qihang/server/features/content-check/public-store';
import { askWechat } from '@qihang/server/features/content-check/wechat-check';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import type { WechatEmulator } from '../support/wechat-emulator/emulator';
import { emulatedApp, startWechatEmulator } from '../support/wechat-emulator/emulator';
import { faultKinds } from '../support/wechat-emulator/faults';

const openid = 'o-lead';

let emulator: WechatEmulator;
let t: TestApp;

beforeAll(async () => {
  emulator = await startWechatEmulator();
  t = await startTestApp(
    {
      WECHAT_API_BASE: emulator.url,
      WECHAT_APPID: emulatedApp.appid,
      WECHAT_SECRET: emulatedApp.secret,
    },
    { wechatTimeout: 250 },
  );
  const { db, clock } = t.context;
  await db.write((tx) =>
    tx
      .insert(db.tables.wechatIdentities)
      .values({ openid, userId: t.people.chenyiming.id, createdAt: clock.now() }),
  );
  await t.keep();
});
beforeEach(async () => {
  await t.restore();
  emulator.reset();
  await emulator.control('login-code', { openid });
});
afterAll(async () => {
  await t.close();
  await emulator.close();
});

const me = () => t.as('chenyiming');
const plant = (word: string, suggest: string, label: number) =>
  emulator.control('word', { word, suggest, label });
const stateOfPost = async (id: string) =>
  (await t.context.registry.kinds.post.find(t.context.db, t.context.db.read, id))?.life;
const verdict = (id: string, type: 'post' | 'job' = 'post') =>
  verdictOf(t.context.db, t.context.db.read, { type, id });

/** Looks for the piece in all that a visitor can ask for. */
async function seenByVisitors(id: string): Promise<boolean> {
  const { items } = await t.as().posts.list({ query: {} });
  const shown = await t
    .as()
    .posts.detail({ params: { id } })
    .then(
      () => true,
      () => false,
    );
  return shown || items.some((one) => one.id === id);
}

describe('articles and WeChat', () => {
  it('publishes what WeChat passes, and keeps the verdict with its trace', async () => {
    const { id, ...made } = await me().posts.create({ body: postDraft() });
    expect(await seenByVisitors(id)).toBe(true);
    expect(made).toMatchObject({ title: postDraft().title });
    const kept = await verdict(id);
    expect(kept).toMatchObject({ verdict: 'pass', care: false, words: [] });
    expect(kept?.traceIds).toHaveLength(1);
  });

  it('holds what WeChat calls risky, with its words for those who look', async () => {
    const { id } = await me().posts.create({ body: postDraft({ markdown: '这里可以代办假证，第二天取。' }) });
    expect(await stateOfPost(id)).toBe('in-review');
    expect(await seenByVisitors(id)).toBe(false);
    expect(await verdict(id)).toMatchObject({
      verdict: 'block',
      words: expect.arrayContaining(['微信：疑似违法犯罪']),
    });
  });

  it('sends politics on a board with sources to a person, and blocks it nowhere there', async () => {
    await plant('某个提法', 'risky', 20001);
    const { db } = t.context;
    await db.write((tx) => tx.update(db.tables.boards).set({ sourceRequired: true }));
    const body = postDraft({ markdown: '文中用了某个提法。', source: { name: '新华社', url: null } });
    const { id } = await me().posts.create({ body });
    expect(await verdict(id)).toMatchObject({ verdict: 'review', words: ['微信：涉及时政'] });
    expect(await stateOfPost(id)).toBe('in-review');
  });

  it('reads beyond 2,500 characters, and a word that the pieces cut in two', async () => {
    await plant('藏起来的词', 'risky', 20006);
    for (const before of [2_498, 2_497, 6_000]) {
      const markdown = `${'好'.repeat(before - 30)}藏起来的词${'好'.repeat(40)}`;
      const { id } = await me().posts.create({ body: postDraft({ markdown }) });
      expect(await stateOfPost(id)).toBe('in-review');
    }
  });

  it.each(faultKinds)('holds an article when WeChat fails by %s, and answers all the same', async (kind) => {
    await emulator.control('fault', { kind, path: '/wxa/msg_sec_check', times: 9, hangMs: 60_000 });
    const { id } = await me().posts.create({ body: postDraft() });
    expect(await stateOfPost(id)).toBe('in-review');
    expect(await seenByVisitors(id)).toBe(false);
    expect(await verdict(id)).toMatchObject({ verdict: 'unavailable' });
  });

  it.each([
    ['that the content is risky, as its first version did', 87014, 'block'],
    ['that the quota of the day is used up', 45009, 'unavailable'],
    ['that the quota of the minute is used up', 44991, 'unavailable'],
    ['that it is asked too often', 45011, 'unavailable'],
    ['that its request is malformed', 47001, 'unavailable'],
  ])('holds an article when WeChat answers %s (%i)', async (_, errcode, expected) => {
    await emulator.control('fault', { kind: 'refuse', errcode, path: '/wxa/msg_sec_check', times: 9 });
    const { id } = await me().posts.create({ body: postDraft() });
    expect(await stateOfPost(id)).toBe('in-review');
    expect(await seenByVisitors(id)).toBe(false);
    expect(await verdict(id)).toMatchObject({ verdict: expected });
  });

  it('waits five seconds for all pieces of a text together, and holds it then', async () => {
    // Each request may take much longer than that by itself.
    const patient = await startTestApp({
      WECHAT_API_BASE: emulator.url,
      WECHAT_APPID: emulatedApp.appid,
      WECHAT_SECRET: emulatedApp.secret,
    });
    const path = '/wxa/msg_sec_check';
    await emulator.control('fault', { kind: 'hang', path, times: 99, hangMs: 600_000 });
    const asking = { text: '好'.repeat(6_000), openid, sourceBoard: false, trusted: true };
    const said = await askWechat(patient.context, asking);
    emulator.reset();
    await patient.close();
    expect(said).toEqual({ verdict: 'unavailable', words: ['微信的检查没有等到结果'], traceIds: [] });
  });

  it.each(faultKinds)('holds an article when no token comes (%s)', async (kind) => {
    const fresh = await startTestApp(
      { WECHAT_API_BASE: emulator.url, WECHAT_APPID: emulatedApp.appid, WECHAT_SECRET: emulatedApp.secret },
      { wechatTimeout: 250 },
    );
    await emulator.control('fault', { kind, path: '/cgi-bin/stable_token', times: 9, hangMs: 60_000 });
    const said = await askWechat(fresh.context, {
      text: '一段话',
      openid,
      sourceBoard: false,
      trusted: true,
    });
    await fresh.close();
    expect(said.verdict).toBe('unavailable');
  });

  it('asks for a new token when the old one is no longer known, and passes the words', async () => {
    await me().posts.create({ body: postDraft() });
    emulator.reset();
    await emulator.control('login-code', { openid });
    const { id } = await me().posts.create({ body: postDraft({ title: '另一篇' }) });
    expect(await stateOfPost(id)).toBe('published');
  });

  it('holds words of a person whom WeChat refuses, and passes those of a lead whom it has not seen lately', async () => {
    emulator.reset();
    const unknown = await me().posts.create({ body: postDraft() });
    expect(await stateOfPost(unknown.id)).toBe('in-review');
    await emulator.control('login-code', { openid });
    await emulator.control('clock', { advanceMs: 130 * 60_000 });
    const late = await me().posts.create({ body: postDraft({ title: '晚些时候' }) });
    expect(await verdict(late.id)).toMatchObject({ verdict: 'pass' });
  });

  it('passes what a lead without a WeChat account writes by name, unless the local rules object', async () => {
    const { id } = await t.as('guidanceLead').posts.create({ body: postDraft() });
    expect(await stateOfPost(id)).toBe('published');
    const ad = postDraft({ markdown: '内部押题资料，全套三百，加微信 abc_12345，名额有限。' });
    const held = await t.as('guidanceLead').posts.create({ body: ad });
    expect(await stateOfPost(held.id)).toBe('in-review');
  });

  it('says what nobody could check of a person without an account', async () => {
    const ask = (trusted: boolean) =>
      askWechat(t.context, { text: '一段话', openid: undefined, sourceBoard: false, trusted });
    expect(await ask(false)).toMatchObject({ verdict: 'unavailable' });
    expect(await ask(true)).toMatchObject({ verdict: 'pass' });
  });
});

describe('the ways to readers', () => {
  const bad = '这里可以代办假证，第二天取。';

  it('holds a draft that is published, scheduled or sent, and publishes what a person approved', async () => {
    const draft = await me().posts.startDraft({
      body: postDraft({ markdown: bad }),
    });
    const { id } = draft;
    await me().posts.publish({ params: { id } });
    expect(await stateOfPost(id)).toBe('in-review');
    expect(await seenByVisitors(id)).toBe(false);
    await t.as('guidanceLead').moderation.approve({ body: { target: { type: 'post', id }, version: 1 } });
    expect(await stateOfPost(id)).toBe('published');
  });

  it('sends a plan that is held to review with its times', async () => {
    const { id } = await me().posts.startDraft({
      body: postDraft({ markdown: bad }),
    });
    await me().posts.schedule({ params: { id }, body: { publishAt: '2026-11-25T02:00:00.000Z' } });
    const piece = await t.context.registry.kinds.post.find(t.context.db, t.context.db.read, id);
    expect(piece?.life).toBe('in-review');
    expect(piece?.publishAt).toEqual(new Date('2026-11-25T10:00+08:00'));
  });

  it('takes an edited article from readers until a person has looked', async () => {
    const { id, version } = await me().posts.create({ body: postDraft() });
    await me().posts.update({ params: { id }, body: { version, markdown: bad } });
    expect(await seenByVisitors(id)).toBe(false);
    expect(await stateOfPost(id)).toBe('in-review');
  });

  it('takes an earlier version that is flagged from readers, too', async () => {
    const { id, version } = await me().posts.create({ body: postDraft({ markdown: '第一版里说到旧词。' }) });
    const next = await me().posts.update({ params: { id }, body: { version, markdown: '第二版。' } });
    await plant('旧词', 'risky', 20006);
    const { items } = await me().postRevisions.list({ params: { id } });
    const first = String(items[items.length - 1]?.rev);
    await me().postRevisions.restore({ params: { id, rev: first }, body: { version: next.version } });
    expect(await seenByVisitors(id)).toBe(false);
  });

  it('holds jobs likewise', async () => {
    const body = jobDraft({ body: `负责现场检测与记录，双休。${bad}` });
    const { id } = await me().jobs.create({ body });
    const { items } = await t.as().jobs.list({ query: {} });
    expect(items.map((one) => one.id)).not.toContain(id);
    expect(await verdict(id, 'job')).toMatchObject({ verdict: 'block' });
  });
});
