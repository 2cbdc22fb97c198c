import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardOf } from '@qihang/server/features/digests/drawing/card';
import { loadFonts } from '@qihang/server/features/digests/drawing/font';
import { palette } from '@qihang/server/features/digests/drawing/palette';
import { posterOf } from '@qihang/server/features/digests/drawing/poster';
import { renderer } from '@qihang/server/features/digests/drawing/render';
import { pen } from '@qihang/server/features/digests/drawing/svg';
import { sharePages } from '@qihang/shared/digests/scene';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { jobPiece, postPiece } from './pieces';

const now = new Date('2026-11-20T10:24:00+08:00');

function read(png: Uint8Array) {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, data, code: jsQR(new Uint8ClampedArray(data), width, height)?.data };
}

describe('what is drawn', () => {
  const address = `https://jobs.example.edu.cn/${sharePages.digest}?scene=d1h8kq2m3n4p5q6r7.h8kq2m3n4p5q6r`;
  const shown = (pieces: Parameters<typeof posterOf>[1]['pieces']) => ({ pieces, school: '江州大学', now });
  const texts = (svg: string) =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
  const draw = async () => pen(await loadFonts());
  const render = renderer();

  it('is a poster of five of eight, with a code that a phone reads', async () => {
    const svg = posterOf(
      await draw(),
      shown(Array.from({ length: 8 }, (_, i) => jobPiece({ title: `岗位${i + 1}` }))),
      {
        address,
      },
    );
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['今天值得看的 8 个岗位', '岗位5', '长按识别，看全部 8 个']),
    );
    expect(texts(svg)).not.toContain('岗位6');
    expect(read(await render(svg))).toMatchObject({ width: 750, height: 1334, code: address });
  });

  it.each([
    ['one job', [jobPiece()]],
    ['one article', [postPiece()]],
    ['two pieces', [jobPiece(), postPiece()]],
  ])('of %s has its code as well', async (_, pieces) => {
    const png = await render(posterOf(await draw(), shown(pieces), { address }));
    expect(read(png)).toMatchObject({ width: 750, code: address });
  });

  it('cuts what is too long, and leaves out what the font cannot draw', async () => {
    const title = `🔥👨‍👩‍👧‍👦急招<b>&𠮷${'很长的岗位名称'.repeat(8)}`;
    const svg = posterOf(await draw(), shown([jobPiece({ title }), jobPiece({ title: '🚀🚀' })]), {
      address,
    });
    const [cut = ''] = texts(svg).filter((text) => text.includes('急招'));
    expect(cut).toMatch(/^急招&lt;b&gt;&amp;很长.*…$/);
    expect((await loadFonts()).measure('急招<b>&很长的岗位名称', 32, 600)).toBeLessThan(694);
    expect(read(await render(svg)).code).toBe(address);
  });

  it('has every character of GB 2312 and the signs that digests use', async () => {
    const fonts = await loadFonts();
    const decoder = new TextDecoder('gb18030');
    const rows = Array.from({ length: 72 }, (_, i) => 0xb0 + i);
    const cells = Array.from({ length: 94 }, (_, i) => 0xa1 + i);
    // The last five cells of the first level's last row are empty.
    const characters = rows.flatMap((row) =>
      cells
        .filter((cell) => row !== 0xd7 || cell < 0xfa)
        .map((cell) => decoder.decode(Uint8Array.of(row, cell))),
    );
    expect(characters).toHaveLength(6763);
    expect(characters.filter((character) => !fonts.has(character))).toEqual([]);
    expect(fonts.has('–—·…｜①⑳，。：（）“”《》K%/+#')).toBe(true);
  });

  it('is a card of 5:4 without a code', async () => {
    for (const pieces of [[jobPiece()], [postPiece()], [jobPiece(), jobPiece(), jobPiece(), postPiece()]]) {
      const { width, height, code } = read(await render(cardOf(await draw(), shown(pieces))));
      expect([width / height, code]).toEqual([1.25, undefined]);
    }
  });

  it('has the colours of the phone', () => {
    const tokens = readFileSync(join(__dirname, '../../miniapp/src/styles/tokens.scss'), 'utf8');
    const light = tokens.slice(0, tokens.indexOf('@mixin dark'));
    for (const [name, colour] of Object.entries(palette)) expect(light).toContain(`--${name}: ${colour};`);
  });

  it('is drawn once where many ask', async () => {
    const svg = cardOf(await draw(), shown([jobPiece({ title: '只画一次' })]));
    const [first, second] = await Promise.all([render(svg), render(svg)]);
    expect(second).toBe(first);
  });

  it('lets other work go on, and refuses more than a few that wait', async () => {
    const drawn = await draw();
    const many = Array.from({ length: 40 }, (_, i) =>
      cardOf(drawn, shown([jobPiece({ title: `第 ${i} 张` })])),
    );
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    const settled = await Promise.allSettled(many.map((svg) => render(svg)));
    clearInterval(counting);
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((one) => (one as PromiseRejectedResult).reason.code === 'server.busy')).toBe(true);
    expect(turns).toBeGreaterThan(10);
  });
});

let t: TestApp;
let wechat: WechatEmulator;
let withWechat: TestApp;
beforeAll(async () => {
  wechat = await startWechatEmulator();
  t = await startTestApp({ PUBLIC_ORIGIN: 'https://jobs.example.edu.cn' });
  withWechat = await startTestApp({
    WECHAT_API_BASE: wechat.url,
    WECHAT_APPID: emulatedApp.appid,
    WECHAT_SECRET: emulatedApp.secret,
  });
});
beforeEach(async () => {
  await t.restore();
  await withWechat.restore();
  wechat.reset();
});
afterAll(async () => {
  await t.close();
  await withWechat.close();
  await wechat.close();
});

const publish = (app: TestApp, change: object = {}) =>
  app.as('chenyiming').jobs.create({ body: jobDraft({ company: `单位 ${Math.random()}`, ...change }) });
const newGroup = (app: TestApp) =>
  app.as('chenyiming').digests.addGroup({ body: { name: '汽车学院就业群' } });

async function poster(app: TestApp, body: object, as: PersonKey = 'chenyiming') {
  const answer = await app.send('/posters', { method: 'POST', body, as });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
  return read(answer.rawPayload);
}

describe('POST /posters', () => {
  it('is a PNG whose code opens the job from the group', async () => {
    const { id } = await publish(t);
    const group = await newGroup(t);
    expect((await poster(t, { type: 'job', id, group: group.id })).code).toBe(
      `https://jobs.example.edu.cn/${sharePages.job}?scene=j${id}.${group.id}`,
    );
  });

  it('is a share card where that is asked for', async () => {
    const { id } = await t.as('chenyiming').posts.create({ body: postDraft() });
    expect(await poster(t, { type: 'post', id, style: 'card' })).toMatchObject({ width: 1000, height: 800 });
  });

  it('of a digest leads to its list, and leaves out what is over since', async () => {
    const ids = [
      (await publish(t)).id,
      (await publish(t, { deadline: '2026-11-20' })).id,
      (await publish(t)).id,
    ];
    const group = await newGroup(t);
    const items = ids.map((id) => ({ type: 'job' as const, id }));
    const digest = await t.as('chenyiming').digests.create({ body: { items, group: group.id } });
    const before = await poster(t, { type: 'digest', id: digest.id });
    expect(before.code).toBe(
      `https://jobs.example.edu.cn/${sharePages.digest}?scene=d${digest.id}.${group.id}`,
    );
    t.clock.set('2026-11-21T08:00:00+08:00');
    expect((await poster(t, { type: 'digest', id: digest.id })).height).toBeLessThan(before.height);
  });

  it('is refused for what readers do not see, what is over, and boards of others', async () => {
    const draw = (id: string, as: PersonKey = 'chenyiming') =>
      problemOf(t.as(as).digests.poster({ body: { type: 'job', id } }));
    const hidden = await publish(t);
    const over = await publish(t, { deadline: '2026-11-20', title: '昨天截止的' });
    const target = { type: 'job' as const, id: hidden.id };
    await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'other', note: '核实' } });
    t.clock.set('2026-11-21T08:00:00+08:00');
    expect(await draw(hidden.id)).toMatchObject({ status: 400, errors: [{ path: 'id' }] });
    expect(await draw(over.id)).toMatchObject({
      errors: [{ path: 'id', message: '“昨天截止的”已经截止，请去掉它' }],
    });
    expect(await draw((await publish(t)).id, 'guidanceLead')).toMatchObject({ code: 'action.forbidden' });
    expect(
      await problemOf(t.as('chenyiming').digests.poster({ body: { type: 'digest', id: 'nothing' } })),
    ).toMatchObject({
      status: 404,
    });
  });
});

describe('GET /pictures/…', () => {
  const get = (app: TestApp, path: string) => app.send(path.replace(/^\/api\/v1/, ''));

  it('is the poster of a digest for whoever has its address, and for nobody who makes one up', async () => {
    const { id } = await publish(t);
    const group = await newGroup(t);
    const body = { items: [{ type: 'job' as const, id }], group: group.id };
    const digest = await t.as('chenyiming').digests.create({ body });
    const answer = await get(t, digest.poster);
    expect(read(answer.rawPayload).code).toBe(
      `https://jobs.example.edu.cn/${sharePages.job}?scene=j${id}.${group.id}`,
    );
    for (const made of [
      digest.poster.replace(/&?sign=.*/, ''),
      digest.poster.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      digest.poster.replace(group.id, 'another'),
      `/api/v1/pictures/poster/job/${id}`,
    ])
      expect((await get(t, made)).statusCode).toBe(404);
  });

  it('is the card of what readers see, and 404 from the moment they do not', async () => {
    const { id } = await publish(t);
    const path = `/pictures/card/job/${id}`;
    expect(read((await get(t, path)).rawPayload)).toMatchObject({ width: 1000, height: 800 });
    const target = { type: 'job' as const, id };
    await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'other', note: '核实' } });
    expect((await get(t, path)).statusCode).toBe(404);
  });
});

describe('with a mini-program', () => {
  const state = () => wechat.control<{ codesGiven: object[]; links: Record<string, object> }>('state');
  const published = Object.values(sharePages);

  it('has WeChat make the code and the link, with the scene of the group', async () => {
    await wechat.control('pages', { published });
    const { id } = await publish(withWechat);
    const group = await newGroup(withWechat);
    // The code of the emulator is a picture that no phone reads: the QR code is not there.
    expect((await poster(withWechat, { type: 'job', id, group: group.id })).code).toBeUndefined();
    await poster(withWechat, { type: 'job', id, group: group.id });
    const body = { items: [{ type: 'job' as const, id }], group: group.id };
    const { link, text } = await withWechat.as('chenyiming').digests.create({ body });
    expect(link).toMatch(/^https:\/\/wxaurl\.cn\//);
    expect(text).toContain(link);
    const scene = `j${id}.${group.id}`;
    const { codesGiven, links } = await state();
    expect(codesGiven).toEqual([{ scene, page: sharePages.job }]);
    expect(Object.values(links)).toEqual([{ path: sharePages.job, query: `scene=${scene}` }]);
  });

  it.each([
    ['has no such page yet', async () => undefined],
    [
      'is away',
      async () => {
        await wechat.control('pages', { published });
        for (const path of ['/wxa/getwxacodeunlimit', '/wxa/generate_urllink'])
          await wechat.control('fault', { kind: 'html502', path, times: 2 });
      },
    ],
  ])('falls back to the H5 page where WeChat %s', async (_, given) => {
    await given();
    const { id } = await publish(withWechat);
    const address = `http://localhost:80/${sharePages.job}?scene=j${id}`;
    expect((await poster(withWechat, { type: 'job', id })).code).toBe(address);
    const { link } = await withWechat
      .as('chenyiming')
      .digests.create({ body: { items: [{ type: 'job', id }] } });
    expect(link).toBe(address);
  });
});
