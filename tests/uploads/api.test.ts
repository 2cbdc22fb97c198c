import sharp from 'sharp';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import { officeFile, pdfOf } from '../support/media-files/documents';
import {
  gifOf,
  jpegOf,
  photographOfHome,
  pngOf,
  transparentPng,
  turnedJpeg,
  webpOf,
} from '../support/media-files/pictures';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const upload = (content: Buffer, name = '照片.png', as: PersonKey = 'chenyiming') =>
  t.as(as).uploads.create({ file: { name, content }, query: {} });
const get = (id: string, as?: PersonKey, query = '', headers: Record<string, string> = {}) =>
  t.send(`/media/${id}${query}`, { ...(as ? { as } : {}), headers });
const webp = { accept: 'image/avif,image/webp,*/*' };

describe('POST /uploads', () => {
  it.each([
    ['a JPEG', jpegOf],
    ['a PNG', pngOf],
    ['a WebP', webpOf],
    ['a GIF', gifOf],
  ])('takes %s', async (_, make) => {
    const made = await upload(await make({ width: 300, height: 200 }), '校园 宣讲会.jpg');
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-z]{16}$/),
      url: `/api/v1/media/${made.id}`,
      kind: 'image',
      bytes: expect.any(Number),
      name: '校园 宣讲会.jpg',
      width: 300,
      height: 200,
    });
  });

  it.each([
    ['a PDF', 'pdf', () => pdfOf(), 'pdf'],
    ['a document of Word', 'docx', () => officeFile('docx'), 'word'],
    ['a workbook', 'xlsx', () => officeFile('xlsx'), 'excel'],
    ['slides', 'pptx', () => officeFile('pptx'), 'powerpoint'],
  ] as const)('takes %s', async (_, ending, make, kind) => {
    const bytes = make();
    const made = await upload(bytes, `招聘简章.${ending}`);
    expect(made).toMatchObject({ kind, bytes: bytes.length, name: `招聘简章.${ending}` });
    const served = await get(made.id, 'chenyiming');
    expect(served.rawPayload.equals(bytes)).toBe(true);
    expect(served.headers).toMatchObject({
      'content-disposition': expect.stringContaining(
        `filename*=UTF-8''%E6%8B%9B%E8%81%98%E7%AE%80%E7%AB%A0.${ending}`,
      ),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-length': String(bytes.length),
    });
  });

  it('calls a file what its query says, since a mini-program cannot name it in the form', async () => {
    const made = await t.as('chenyiming').uploads.create({
      file: { name: 'tmp_8f3a.pdf', content: pdfOf() },
      query: { name: '报名表.pdf' },
    });
    expect(made.name).toBe('报名表.pdf');
  });

  it.each([
    ['a visitor', undefined, 401, 'session.required'],
    ['a graduate', 'linxiao', 403, 'action.forbidden'],
    ['a lead whose term is over', 'formerLead', 403, 'action.forbidden'],
  ] as const)('refuses %s', async (_, who, status, code) => {
    const content = await pngOf({ width: 8, height: 8 });
    const call = t.as(who).uploads.create({ file: { name: 'a.png', content }, query: {} });
    expect(await problemOf(call)).toMatchObject({ status, code });
  });

  const sendForm = (form: FormData) =>
    t.app.inject({
      method: 'POST',
      url: '/api/v1/uploads',
      headers: { authorization: `Bearer ${t.people.chenyiming.token}` },
      payload: form,
    });

  it('asks for the field file', async () => {
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(await pngOf({ width: 8, height: 8 }))]), 'a.png');
    expect((await sendForm(form)).json()).toMatchObject({ status: 400, errors: [{ path: 'file' }] });
  });

  it('takes one file at a time', async () => {
    const form = new FormData();
    const one = new Uint8Array(await pngOf({ width: 8, height: 8 }));
    form.append('file', new Blob([one]), 'a.png');
    form.append('file', new Blob([one]), 'b.png');
    const response = await sendForm(form);
    expect(response.statusCode).toBeLessThan(500);
    expect(await t.context.db.read.$count(t.context.db.tables.uploads)).toBeLessThanOrEqual(1);
  });

  it('answers a repeat under the same key without storing the file twice', async () => {
    const content = await pngOf({ width: 8, height: 8 });
    const headers = { 'idempotency-key': 'picture-1' };
    const send = () =>
      t.send('/uploads', { method: 'POST', as: 'chenyiming', file: { name: 'a.png', content }, headers });
    const first = await send();
    const second = await send();
    expect(second.json()).toEqual(first.json());
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(await t.context.db.read.$count(t.context.db.tables.uploads)).toBe(1);
  });

  it('stores the same picture once, whoever sends it', async () => {
    const content = await pngOf({ width: 8, height: 8 });
    const [mine, theirs] = [await upload(content), await upload(content, 'b.png', 'wanglaoshi')];
    expect(mine.id).not.toBe(theirs.id);
    expect(await t.context.db.read.$count(t.context.db.tables.blobs)).toBe(1);
    expect((await get(theirs.id, 'wanglaoshi')).statusCode).toBe(200);
    expect((await get(mine.id, 'wanglaoshi')).statusCode).toBe(404);
  });

  it('stops a person who sends and sends without using any', async () => {
    const { db } = t.context;
    const made = await upload(await pngOf({ width: 8, height: 8 }));
    const [row] = await db.read.select().from(db.tables.uploads);
    await db.write(async (tx) => {
      for (let i = 1; i < 100; i++) await tx.insert(db.tables.uploads).values({ ...row!, id: `many-${i}` });
    });
    const again = upload(await pngOf({ width: 9, height: 8 }));
    expect(await problemOf(again)).toMatchObject({ status: 413, code: 'upload.too-many-unused' });
    await t.as('chenyiming').posts.create({ body: postDraft({ markdown: `![图](${made.url})` }) });
    await upload(await pngOf({ width: 9, height: 8 }));
  });
});

describe('a picture', () => {
  it('comes in the width that is asked for, and never larger than it was', async () => {
    const { id } = await upload(await jpegOf({ width: 1000, height: 500 }));
    const widthOf = async (query: string) =>
      (await sharp((await get(id, 'chenyiming', query)).rawPayload).metadata()).width;
    expect(await Promise.all(['?w=320', '?w=640', '?w=1280', ''].map(widthOf))).toEqual([
      320, 640, 1000, 1000,
    ]);
    expect((await get(id, 'chenyiming', '?w=5000')).statusCode).toBe(400);
  });

  it('comes as WebP to those who take it, and as JPEG to all others', async () => {
    const { id } = await upload(await jpegOf({ width: 400, height: 300 }));
    const modern = await get(id, 'chenyiming', '', webp);
    const plain = await get(id, 'chenyiming', '', { accept: 'image/png,image/*;q=0.8' });
    expect(modern.headers).toMatchObject({ 'content-type': 'image/webp', vary: 'accept' });
    expect(plain.headers).toMatchObject({ 'content-type': 'image/jpeg', vary: 'accept' });
    expect((await sharp(modern.rawPayload).metadata()).format).toBe('webp');
    expect((await sharp(plain.rawPayload).metadata()).format).toBe('jpeg');
  });

  it('keeps what shines through as WebP, and lies on white as JPEG', async () => {
    const { id } = await upload(await transparentPng());
    const modern = await sharp((await get(id, 'chenyiming', '', webp)).rawPayload).stats();
    expect(modern.isOpaque).toBe(false);
    const plain = await sharp((await get(id, 'chenyiming')).rawPayload).stats();
    expect(plain.channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  it.each(['', '?w=320', '?w=640', '?w=1280'])(
    'says nothing of the place and the camera (%s)',
    async (query) => {
      const photograph = await photographOfHome();
      expect(photograph.includes('Camera of mine')).toBe(true);
      const { id } = await upload(photograph);
      for (const headers of [webp, { accept: 'image/jpeg' }]) {
        const { rawPayload } = await get(id, 'chenyiming', query, headers);
        const { exif, xmp, iptc, icc } = await sharp(rawPayload).metadata();
        expect({ exif, xmp, iptc, icc }).toEqual({
          exif: undefined,
          xmp: undefined,
          iptc: undefined,
          icc: undefined,
        });
        for (const secret of ['Camera of mine', 'private.example', 'taken at home', 'Exif'])
          expect(rawPayload.includes(secret)).toBe(false);
      }
    },
  );

  it.each([
    [1, { width: 400, height: 200 }, 'red'],
    [6, { width: 200, height: 400 }, 'red'],
    [8, { width: 200, height: 400 }, 'blue'],
    [3, { width: 400, height: 200 }, 'blue'],
  ])('is upright, however the phone was held (%s)', async (orientation, size, first) => {
    const made = await upload(await turnedJpeg(orientation));
    expect(made).toMatchObject(size);
    const { data } = await sharp((await get(made.id, 'chenyiming')).rawPayload)
      .extract({ left: 10, top: 10, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [red = 0, , blue = 0] = data;
    expect(red > blue ? 'red' : 'blue').toBe(first);
  });

  it('is not sent again to a browser that has it', async () => {
    const { id } = await upload(await jpegOf({ width: 400, height: 300 }));
    const { headers } = await get(id, 'chenyiming');
    const again = await get(id, 'chenyiming', '', { 'if-none-match': String(headers.etag) });
    expect(again).toMatchObject({ statusCode: 304, payload: '' });
  });
});

describe('who sees an upload', () => {
  const everybody: (PersonKey | undefined)[] = [
    undefined,
    'linxiao',
    'guidanceLead',
    'wanglaoshi',
    'chenyiming',
  ];
  const seenBy = async (id: string) => {
    const statuses = await Promise.all(everybody.map(async (who) => (await get(id, who)).statusCode));
    expect(statuses.every((status) => status === 200 || status === 404)).toBe(true);
    return everybody.filter((_, i) => statuses[i] === 200);
  };
  const published = async (url: string) =>
    t.as('chenyiming').posts.create({ body: postDraft({ markdown: `正文\n\n![校门](${url})` }) });

  it('is its uploader alone, until it is used', async () => {
    const { id } = await upload(await pngOf({ width: 8, height: 8 }));
    expect(await seenBy(id)).toEqual(['chenyiming']);
    expect((await get(id, 'chenyiming')).headers['cache-control']).toBe('private, no-store');
    expect((await get(id)).headers['cache-control']).not.toContain('immutable');
  });

  it('is everybody, once an article shows it, and every cache may keep it', async () => {
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    await published(url);
    expect(await seenBy(id)).toEqual(everybody);
    expect((await get(id)).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('is everybody for a cover and for a document that is linked', async () => {
    const cover = await upload(await pngOf({ width: 8, height: 8 }));
    const form = await upload(pdfOf(), '报名表.pdf');
    const post = await t.as('chenyiming').posts.create({
      body: postDraft({ cover: cover.url, markdown: `正文\n\n[报名表](${form.url})` }),
    });
    expect(await seenBy(cover.id)).toEqual(everybody);
    expect(await seenBy(form.id)).toEqual(everybody);
    expect(post.blocks[1]).toEqual({
      type: 'file',
      name: '报名表',
      url: form.url,
      kind: 'pdf',
      bytes: form.bytes,
    });
  });

  it('is the moderators and the author, once the article is hidden', async () => {
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    const post = await published(url);
    await t.as('wanglaoshi').moderation.hide({
      body: { target: { type: 'post', id: post.id }, reason: 'other', note: '图片不合适' },
    });
    expect(await seenBy(id)).toEqual(['guidanceLead', 'wanglaoshi', 'chenyiming']);
  });

  it('is the author alone for a draft, and the moderators, too, for one in review', async () => {
    const { db } = t.context;
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    await published(url);
    await db.write((tx) => tx.update(db.tables.posts).set({ life: 'draft' }));
    expect(await seenBy(id)).toEqual(['chenyiming']);
    await db.write((tx) => tx.update(db.tables.posts).set({ life: 'in-review' }));
    expect(await seenBy(id)).toEqual(['guidanceLead', 'wanglaoshi', 'chenyiming']);
  });

  it('is its uploader alone while the board is off', async () => {
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    await published(url);
    const { db } = t.context;
    await db.write((tx) => tx.update(db.tables.boards).set({ enabled: false }));
    expect(await seenBy(id)).toEqual(['chenyiming']);
  });

  it('is no more the readers, once the article shows it no longer', async () => {
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    const post = await published(url);
    await t
      .as('chenyiming')
      .posts.update({ params: { id: post.id }, body: { version: 1, markdown: '没有图了' } });
    // Those who look after the article see its earlier versions.
    expect(await seenBy(id)).toEqual(['guidanceLead', 'wanglaoshi', 'chenyiming']);
  });

  it('is not who writes the address of a stranger’s upload', async () => {
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    const steal = t.as('guidanceLead').posts.create({ body: postDraft({ markdown: `![](${url})` }) });
    expect(await problemOf(steal)).toMatchObject({ code: 'request.invalid', errors: [{ path: 'markdown' }] });
    const cover = t.as('guidanceLead').posts.create({ body: postDraft({ cover: url }) });
    expect(await problemOf(cover)).toMatchObject({ code: 'request.invalid', errors: [{ path: 'cover' }] });
    expect(await seenBy(id)).toEqual(['chenyiming']);
  });

  it('is readers of an article that a colleague changed, pictures included', async () => {
    const mine = await upload(await pngOf({ width: 8, height: 8 }));
    const post = await published(mine.url);
    const theirs = await upload(await pngOf({ width: 9, height: 8 }), 'b.png', 'wanglaoshi');
    await t.as('wanglaoshi').posts.update({
      params: { id: post.id },
      body: { version: 1, markdown: `![](${mine.url})\n\n![](${theirs.url})` },
    });
    expect(await seenBy(mine.id)).toEqual(everybody);
    expect(await seenBy(theirs.id)).toEqual(everybody);
  });

  it('does not matter for an edit to a picture that is gone', async () => {
    const { id, url } = await upload(await pngOf({ width: 8, height: 8 }));
    const post = await published(url);
    const { db } = t.context;
    await db.write((tx) => tx.delete(db.tables.uploads));
    const changed = await t.as('chenyiming').posts.update({
      params: { id: post.id },
      body: { version: 1, markdown: `改过的正文\n\n![校门](${url})` },
    });
    expect(changed.version).toBe(2);
    expect((await get(id)).statusCode).toBe(404);
  });
});

it('tells readers how much room a picture takes, before it is there', async () => {
  const { url } = await upload(await jpegOf({ width: 1600, height: 900 }));
  const markdown = `![校门](${url} "正门")\n\n![](https://example.com/a.png)`;
  const { blocks } = await t.as('chenyiming').posts.preview({ body: { markdown } });
  expect(blocks).toEqual([
    { type: 'image', src: url, alt: '校门', caption: '正门', width: 1280, height: 720 },
    { type: 'image', src: 'https://example.com/a.png', alt: '', caption: null },
  ]);
});
