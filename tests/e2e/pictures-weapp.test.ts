import { weappBuild } from '../support/builds/weapp';
import { closingAfterEach } from '../support/closing';
import { startDemoServer } from '../support/demo-server';
import { pngOf } from '../support/media-files/pictures';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { signInWith } from './phones/weapp';

const keep = closingAfterEach();

/** The runtime models no files: the pictures of the album are chosen here, and sent to the service as WeChat would send them. */
const album =
  (service: string, pictures: Readonly<Record<string, Buffer>>) =>
  (calls: { api(name: string, run: (options: Record<string, unknown>) => unknown): unknown }) => ({
    chooseMedia: calls.api('chooseMedia', ({ count, mediaType }) => {
      expect([count, mediaType]).toEqual([9, ['image']]);
      const tempFiles = Object.keys(pictures).map((name) => ({
        tempFilePath: `wxfile://tmp/${name}`,
        size: pictures[name]?.length,
        fileType: 'image',
      }));
      return { json: { type: 'image', tempFiles } };
    }),
    uploadFile: calls.api('uploadFile', async ({ url, header, filePath }) => {
      const name = String(filePath).split('/').pop() ?? '';
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(pictures[name] ?? Buffer.alloc(0))]), name);
      const { pathname, search } = new URL(String(url));
      const answer = await fetch(service + pathname + search, {
        method: 'POST',
        body: form,
        headers: { ...(header as Record<string, string>) },
      });
      return { json: { statusCode: answer.status, data: await answer.text(), header: {} } };
    }),
  });

it('a lead puts pictures of the album into an article, and is told which is none', async () => {
  const server = keep(await startDemoServer());
  const pictures = {
    'a.png': await pngOf({ width: 1600, height: 900 }),
    'b.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  };
  const app = await MiniApp.open({
    dist: weappBuild,
    apiBase: server.url,
    wx: album(server.url, pictures) as never,
  });
  keep({ close: async () => app.close() });
  await signInWith(app, '陈一鸣');
  await app.visit('/features/posts/pages/form/index?board=guidance');
  await app.waitFor('the title', () => app.has('标题，一句话说清讲什么'));
  await app.input('标题，一句话说清讲什么', '双选会现场怎么走');
  await app.tap('图片');
  await app.waitForText('已传 · 加说明');
  await app.waitForText('不能上传');
  await app.tap('删除 b.png');
  await app.waitForTextGone('不能上传');
  await app.waitFor('the draft to be saved', () => /\d\d:\d\d 已存/.test(app.text()));
  await app.tap('发布文章');
  await app.waitFor('the check', () => app.hasWhole('就这样发布'));
  await app.tap('就这样发布');
  await app.waitForMessage('已发布，读者看得到了');
  const answer = await fetch(`${server.url}/api/v1/posts?board=guidance&limit=20`);
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  const { id } = items.find(({ title }) => title === '双选会现场怎么走') ?? {};
  const article = await (await fetch(`${server.url}/api/v1/posts/${id}`)).json();
  // Nothing wider than 1280 is kept.
  expect(article).toMatchObject({ blocks: [{ type: 'image', width: 1280, height: 720 }] });
  expect(app.errors).toEqual([]);
});
