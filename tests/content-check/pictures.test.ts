import { createHash } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import { jpegOf } from '../support/media-files/pictures';
import type { WechatEmulator } from '../support/wechat-emulator/emulator';
import { emulatedApp, startWechatEmulator } from '../support/wechat-emulator/emulator';

const openid = 'o-lead';
const token = 'AAAAA';

let emulator: WechatEmulator;
let t: TestApp;

beforeAll(async () => {
  emulator = await startWechatEmulator();
  t = await startTestApp({
    WECHAT_API_BASE: emulator.url,
    WECHAT_APPID: emulatedApp.appid,
    WECHAT_SECRET: emulatedApp.secret,
    WECHAT_PUSH_TOKEN: token,
    // Nobody listens there: the pushes are made by hand.
    PUBLIC_ORIGIN: 'http://127.0.0.1:9',
  });
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
const upload = async () =>
  me().uploads.create({
    file: { name: '现场.jpg', content: await jpegOf({ width: 40, height: 40 }) },
    query: {},
  });
const checkOf = async (uploadId: string) => {
  const { db } = t.context;
  const rows = await db.read.select().from(db.tables.mediaChecks);
  return rows.find((row) => row.uploadId === uploadId);
};
const lifeOf = async (id: string) =>
  (await t.context.registry.kinds.post.find(t.context.db, t.context.db.read, id))?.life;
const withPicture = (url: string) => postDraft({ markdown: `看图：\n\n![现场](${url})` });

let nonces = 1_000_000_000;
function push(traceId: string, change: object) {
  const timestamp = String(Math.floor(t.clock.now().getTime() / 1000));
  const nonce = String(nonces++);
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  const event = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: emulatedApp.appid,
    FromUserName: openid,
  };
  return t.app.inject({
    method: 'POST',
    url: '/api/v1/wechat/push',
    query: { timestamp, nonce, signature },
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ ...event, trace_id: traceId, errcode: 0, detail: [], ...change, nonce }),
  });
}
const verdict = (suggest: string) => ({ result: { suggest, label: suggest === 'pass' ? 100 : 20002 } });
const isSeen = async (url: string) => (await t.send(url.replace('/api/v1', ''))).statusCode === 200;

it('asks about a picture once, and holds the article until it passes', async () => {
  const { id: uploadId, url } = await upload();
  const early = await me().posts.create({ body: withPicture(url) });
  expect(await lifeOf(early.id)).toBe('in-review');
  await t.runTasks();
  await t.runTasks();
  const traceId = (await checkOf(uploadId))?.traceId ?? '';
  expect(traceId).not.toBe('');
  expect((await push(traceId, verdict('pass'))).body).toBe('success');
  const later = await me().posts.create({ body: withPicture(url) });
  expect(await lifeOf(later.id)).toBe('published');
  expect(await isSeen(url)).toBe(true);
});

it('hides a picture that turns out risky, and keeps the first verdict of a check', async () => {
  const { id: uploadId, url } = await upload();
  await t.runTasks();
  const traceId = (await checkOf(uploadId))?.traceId ?? '';
  await push(traceId, verdict('risky'));
  await push(traceId, verdict('pass'));
  expect((await checkOf(uploadId))?.state).toBe('risky');
  const { id } = await me().posts.create({ body: withPicture(url) });
  expect(await lifeOf(id)).toBe('in-review');
  await t.as('wanglaoshi').moderation.approve({ body: { target: { type: 'post', id }, version: 1 } });
  expect(await isSeen(url)).toBe(false);
});

describe('a picture that turns out risky after its article', () => {
  const caseAbout = async (id: string, state: 'pending' | 'reported') =>
    (await t.as('wanglaoshi').cases.queue({ query: { state } })).items.filter(
      ({ target }) => target.id === id,
    );

  it('came before readers opens one urgent case for it, which says why', async () => {
    const { id: uploadId, url } = await upload();
    const { id } = await me().posts.create({ body: withPicture(url) });
    await t.runTasks();
    await t.as('wanglaoshi').moderation.approve({ body: { target: { type: 'post', id }, version: 1 } });
    expect(await isSeen(url)).toBe(true);
    const traceId = (await checkOf(uploadId))?.traceId ?? '';
    await push(traceId, verdict('risky'));
    await push(traceId, verdict('risky'));
    expect(await isSeen(url)).toBe(false);
    const found = await caseAbout(id, 'reported');
    expect(found).toMatchObject([
      { kind: 'report', urgent: true, verdict: { verdict: 'block', words: ['微信：图片违规'] } },
    ]);
    expect(await lifeOf(id)).toBe('published');
  });

  it('was sent to review is said in the case that waits', async () => {
    const { id: uploadId, url } = await upload();
    const { id } = await me().posts.create({ body: withPicture(url) });
    await t.runTasks();
    await push((await checkOf(uploadId))?.traceId ?? '', verdict('risky'));
    const [waiting, ...others] = await caseAbout(id, 'pending');
    expect(others).toEqual([]);
    expect(waiting?.verdict?.verdict).toBe('block');
    expect(waiting?.verdict?.words).toContain('微信：图片违规');
    expect(await caseAbout(id, 'reported')).toEqual([]);
  });
});

it.each([
  ['a failed download', { errcode: -1008, errmsg: '下载错误,请检查媒体链接是否有效' }],
  ['a verdict of another kind', { result: { suggest: 'maybe', label: 1 } }],
  ['no result', {}],
])('takes %s for a picture that was not checked', async (_, change) => {
  const { id: uploadId, url } = await upload();
  await t.runTasks();
  await push((await checkOf(uploadId))?.traceId ?? '', change);
  expect((await checkOf(uploadId))?.state).toBe('failed');
  const { id } = await me().posts.create({ body: withPicture(url) });
  expect(await lifeOf(id)).toBe('in-review');
});

it('keeps a verdict that comes before its question is answered', async () => {
  const { takeMediaVerdict } = await import('@qihang/server/features/content-check/public');
  const { db, clock } = t.context;
  await db.write((tx) =>
    takeMediaVerdict(t.context, tx, { traceId: 'early', state: 'risky', at: clock.now() }),
  );
  const rows = await db.read.select().from(db.tables.mediaVerdicts);
  expect(rows).toMatchObject([{ traceId: 'early', state: 'risky' }]);
});

it('opens a picture to the holder of a key for an hour, and to nobody else', async () => {
  const { mediaKeyFor } = await import('@qihang/server/features/content-check/public');
  const { id, url } = await upload();
  const key = mediaKeyFor(t.context.secret, id, t.clock.now());
  expect(await isSeen(url)).toBe(false);
  expect(await isSeen(`${url}?check=${key}`)).toBe(true);
  expect(await isSeen(`${url}?check=${key.slice(0, -1)}`)).toBe(false);
  const another = await upload();
  expect(await isSeen(`${another.url}?check=${key}`)).toBe(false);
  t.clock.set(new Date(t.clock.now().getTime() + 61 * 60_000));
  expect(await isSeen(`${url}?check=${key}`)).toBe(false);
});

describe('a picture whose uploader WeChat does not know', () => {
  const verdictWords = async (id: string) => {
    const { db } = t.context;
    const rows = await db.read.select().from(db.tables.contentVerdicts);
    return rows.find((row) => row.id === id)?.verdict;
  };
  const student = () => t.as('guidanceLead');
  /** Who publishes as a student on a board that others look after, with a picture that is older than the WeChat account. */
  async function pictureOfStudent() {
    const { db, clock } = t.context;
    const { boards, wechatIdentities, roleGrants } = db.tables;
    const { id: userId } = t.people.guidanceLead;
    const grant = { id: 'as-student', userId, role: 'graduate', boards: null } as const;
    await db.write(async (tx) => {
      await tx.update(boards).set({ postRoles: ['graduate', 'lead', 'teacher', 'admin'] });
      await tx.insert(roleGrants).values({ ...grant, startsAt: clock.now(), endsAt: null });
    });
    const { id: uploadId, url } = await student().uploads.create({
      file: { name: '现场.jpg', content: await jpegOf({ width: 40, height: 40 }) },
      query: {},
    });
    await emulator.control('login-code', { openid: 'o-student' });
    await db.write((tx) =>
      tx.insert(wechatIdentities).values({ openid: 'o-student', userId, createdAt: clock.now() }),
    );
    return { uploadId, url };
  }

  it('is held for a person, and says why', async () => {
    const { uploadId, url } = await pictureOfStudent();
    await t.runTasks();
    expect(await checkOf(uploadId)).toMatchObject({ state: 'unasked', traceId: null });
    const words = await student().posts.create({ body: postDraft({ board: 'notices' }) });
    expect(await lifeOf(words.id)).toBe('published');
    const { id } = await student().posts.create({
      body: { ...withPicture(url), board: 'notices' },
    });
    expect(await lifeOf(id)).toBe('in-review');
    expect(await verdictWords(id)).toMatchObject({
      verdict: 'unavailable',
      words: [expect.stringContaining('上传图片的人没有用微信登录过')],
    });
  });

  it('passes where a moderator of the board uses it', async () => {
    const teacher = t.as('wanglaoshi');
    const { id: uploadId, url } = await teacher.uploads.create({
      file: { name: '现场.jpg', content: await jpegOf({ width: 40, height: 40 }) },
      query: {},
    });
    expect((await checkOf(uploadId))?.state).toBe('unasked');
    const { id } = await teacher.posts.create({ body: withPicture(url) });
    expect(await lifeOf(id)).toBe('published');
  });

  it('is one that WeChat refuses to check because the person has not been there lately, too', async () => {
    await emulator.control('clock', { advanceMs: 3 * 3600_000 });
    const { id: uploadId, url } = await upload();
    await t.runTasks();
    expect((await checkOf(uploadId))?.state).toBe('unasked');
    const { id } = await me().posts.create({ body: withPicture(url) });
    expect(await lifeOf(id)).toBe('published');
  });
});
