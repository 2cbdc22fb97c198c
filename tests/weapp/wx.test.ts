import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import type { OpenOptions } from '../support/weapp-runtime/options';

const FIXTURE = path.join(__dirname, '../support/weapp-runtime/fixture');

let folder: string;
let server: http.Server;
let base: string;
let inQueue = 0;
let longestQueue = 0;
let app: MiniApp | undefined;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/silent') return;
      if (request.url?.startsWith('/queue')) {
        inQueue += 1;
        longestQueue = Math.max(longestQueue, inQueue);
        setTimeout(() => {
          inQueue -= 1;
          response.end('{}');
        }, 30);
        return;
      }
      response.statusCode = request.url === '/missing' ? 404 : 200;
      response.setHeader('X-Kind', 'echo');
      response.setHeader('content-type', 'application/json');
      const { method, url, headers } = request;
      const body = Buffer.concat(chunks).toString();
      response.end(
        JSON.stringify({ method, url, body, type: headers['content-type'], mark: headers['x-mark'] }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'weapp-'));
  cpSync(FIXTURE, folder, { recursive: true });
});

afterEach(() => {
  app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page whose only button runs `code`, taps it, and returns what the code gave to `say`. */
async function run(code: string, options: Partial<OpenOptions> = {}): Promise<string> {
  writeFileSync(
    path.join(folder, 'pages/blank/index.js'),
    `Page({ data: { result: '' }, go() {
      const page = this; const base = ${JSON.stringify(base)};
      const say = (value) => page.setData({ result: typeof value === 'string' ? value : JSON.stringify(value) });
      ${code}
    } })`,
  );
  app?.close();
  app = await MiniApp.open({ dist: folder, path: 'pages/blank/index', ...options });
  await app.tap('执行');
  return app.text('#result');
}

const errors = () => app?.errors.map(({ message }) => message) ?? [];

describe('what an app must not do', () => {
  it.each([
    ['eval', `eval('1')`, /Code generation from strings disallowed/],
    ['new Function', `new Function('return 1')()`, /Code generation from strings disallowed/],
    ['XMLHttpRequest', 'new XMLHttpRequest()', /XMLHttpRequest is not a constructor/],
    ['fetch', `fetch(base)`, /fetch is not a function/],
    ['document', `document.title`, /Cannot read properties of undefined/],
    ['AbortController', 'new AbortController()', /AbortController is not defined/],
    ['Intl', 'new Intl.DateTimeFormat()', /Intl is not defined/],
    ['Array.prototype.at', '[1].at(-1)', /at is not a function/],
    ['an API that does not exist', 'wx.flyToMoon()', /wx\.flyToMoon is not a function/],
    ['an API younger than the base library', 'wx.getSkylineInfoSync()', /not a function/],
    ['an API that the runtime does not model', 'wx.startCompass()', /wx\.startCompass is not modelled/],
    ['setData with a function', 'page.setData({ result: () => 1 })', /setData cannot carry result: function/],
    [
      'setData with undefined',
      'page.setData({ result: undefined })',
      /setData cannot carry result: undefined/,
    ],
    ['setData over 1 MB', `page.setData({ result: 'x'.repeat(1100000) })`, /setData carries 11000\d\d bytes/],
    [
      'a request with PATCH',
      `wx.request({ url: base, method: 'PATCH', fail() {} })`,
      /wx\.request has no method PATCH/,
    ],
    ['an exception', `throw new Error('boom')`, /boom/],
    ['an exception in a timer', `setTimeout(() => { throw new Error('late boom') })`, /late boom/],
    ['a promise nobody watches', `Promise.reject(new Error('left alone'))`, /left alone/],
  ])('records %s as an error', async (_name, code, message) => {
    await run(code, { sdkVersion: '2.25.0' });
    await app?.waitFor('an error', () => errors().length > 0);
    expect(errors()).toEqual([expect.stringMatching(message)]);
  });

  it('lets an app ask what there is without an error', async () => {
    const said = await run(
      `say([typeof wx.flyToMoon, 'flyToMoon' in wx, wx.canIUse('flyToMoon'), typeof wx.startCompass,
        wx.canIUse('getSkylineInfoSync'), typeof window, typeof XMLHttpRequest])`,
      { sdkVersion: '2.25.0' },
    );
    expect(JSON.parse(said)).toEqual([
      'undefined',
      false,
      false,
      'function',
      false,
      'undefined',
      'undefined',
    ]);
    expect(errors()).toEqual([]);
    expect([...(app?.unknownApis ?? [])]).toEqual(['flyToMoon']);
  });

  it('takes APIs that a test models', async () => {
    const wx: OpenOptions['wx'] = (calls) => ({
      startCompass: calls.api('startCompass', () => ({ json: { n: 7 } })),
    });
    expect(await run('wx.startCompass({ success: say })', { wx })).toBe('{"errMsg":"startCompass:ok","n":7}');
  });

  it('keeps require within a package and its main package', async () => {
    writeFileSync(path.join(folder, 'extra/secret.js'), 'module.exports = 1');
    await run(`require('../../extra/secret')`);
    expect(errors()).toEqual([expect.stringContaining('it is in subpackage extra/')]);
  });
});

describe('wx.request', () => {
  const ask = (options: string, open?: Partial<OpenOptions>) =>
    run(
      `wx.request({ ${options}, success: (r) => say([r.statusCode, r.data]), fail: (e) => say(e.errMsg) })`,
      open,
    );

  it('puts data of a GET into the url', async () => {
    const [status, echo] = JSON.parse(await ask(`url: base + '/jobs?a=1', data: { q: '校招' }`));
    expect(status).toBe(200);
    expect(echo).toMatchObject({ method: 'GET', url: `/jobs?a=1&q=${encodeURIComponent('校招')}`, body: '' });
  });

  it.each(['POST', 'PUT', 'DELETE'])('sends %s with JSON and headers', async (method) => {
    const [, echo] = JSON.parse(
      await ask(`url: base, method: '${method}', data: { a: [1] }, header: { 'X-Mark': 'm' }`),
    );
    expect(echo).toEqual({ method, url: '/', body: '{"a":[1]}', type: 'application/json', mark: 'm' });
    expect(app?.requests).toMatchObject([{ method, status: 200, data: { a: [1] }, done: true }]);
  });

  it('sends PATCH only where a test allows it', async () => {
    const [, echo] = JSON.parse(await ask(`url: base, method: 'PATCH', data: {}`, { allowPatch: true }));
    expect(echo).toMatchObject({ method: 'PATCH' });
  });

  it('calls success for every HTTP status', async () => {
    expect(JSON.parse(await ask(`url: base + '/missing'`))[0]).toBe(404);
  });

  it('keeps the case of header names', async () => {
    expect(await run(`wx.request({ url: base, success: (r) => say(r.header['X-Kind']) })`)).toBe('echo');
  });

  it('answers with objects of the app’s own world', async () => {
    expect(await run(`wx.request({ url: base, success: (r) => say(r.data.constructor === Object) })`)).toBe(
      'true',
    );
  });

  it('fails on timeouts, aborts, refused connections and bad urls', async () => {
    expect(await ask(`url: base + '/silent', timeout: 30`)).toBe('request:fail timeout');
    expect(await run(`wx.request({ url: base + '/silent', fail: (e) => say(e.errMsg) }).abort()`)).toBe(
      'request:fail abort',
    );
    expect(await ask(`url: 'http://127.0.0.1:1/'`)).toMatch(/^request:fail .*ECONNREFUSED/);
    expect(await ask(`url: '/jobs'`)).toBe('request:fail invalid url "/jobs"');
  });

  it('fails without a connection and recovers with it', async () => {
    expect(await ask(`url: base`, { online: false })).toMatch(/ERR_INTERNET_DISCONNECTED/);
    await app?.setOnline(true);
    await app?.tap('执行');
    expect(app?.text('#result')).toMatch(/^\[200/);
  });

  it('runs ten at a time', async () => {
    await run(
      `for (let i = 0; i < 14; i += 1) wx.request({ url: base + '/queue/' + i, complete: () => say('done') })`,
    );
    expect(app?.requests.filter(({ status }) => status === 200)).toHaveLength(14);
    expect(longestQueue).toBe(10);
  });

  it('gives up what is under way when the app is closed', async () => {
    await run(
      `setTimeout(() => wx.request({ url: base + '/silent' }), 200); setInterval(() => say('late'), 250)`,
    );
    await app?.waitFor('the request', () => app?.requests.length === 1);
    app?.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app?.requests).toMatchObject([{ done: true, failure: 'request:fail abort' }]);
    expect(errors()).toEqual([]);
  });

  it('goes to the server under test in place of the compiled origin', async () => {
    const [, echo] = JSON.parse(await ask(`url: 'https://api.example.edu.cn/me?x=1'`, { apiBase: base }));
    expect(echo).toMatchObject({ url: '/me?x=1' });
  });
});

describe('storage', () => {
  it('keeps JSON between launches, and answers an absent key with an empty string', async () => {
    expect(
      await run(
        `wx.setStorageSync('a', { b: [1] }); say([wx.getStorageSync('a'), wx.getStorageSync('none')])`,
      ),
    ).toBe('[{"b":[1]},""]');
    const storage = app?.storage ?? {};
    app?.close();
    expect(await run(`wx.getStorage({ key: 'a', success: (r) => say(r.data) })`, { storage })).toBe(
      '{"b":[1]}',
    );
  });

  it('refuses more than 1 MB under a key and 10 MB in all', async () => {
    await run(`wx.setStorageSync('big', 'x'.repeat(1048577))`);
    expect(errors()).toEqual([expect.stringContaining('setStorageSync:fail entry size limit reached')]);
    const fill = `for (let i = 0; i < 11; i += 1) wx.setStorage({ key: 'k' + i, data: 'x'.repeat(1048000), fail: (e) => say(e.errMsg) })`;
    expect(await run(fill)).toMatch(/storage size limit reached/);
  });
});

describe('dialogs, clipboard, account', () => {
  it('leaves a modal open until the test answers', async () => {
    await run(`wx.showModal({ title: '确认', content: '删除?', success: say })`);
    expect(app?.dialog).toMatchObject({ kind: 'modal', title: '确认', content: '删除?' });
    await app?.waitForText('删除?');
    await expect(app?.tap('执行')).rejects.toThrow('a modal covers the page');
    await app?.answerModal(true);
    expect(JSON.parse(app?.text('#result') ?? '')).toMatchObject({ confirm: true, cancel: false });
  });

  it('answers at once where the test said how', async () => {
    const onModal: OpenOptions['onModal'] = () => ({ confirm: true, content: '理由' });
    const code = `wx.showModal({ title: '?', editable: true }).then((r) => say(r.content))`;
    expect(await run(code, { onModal })).toBe('理由');
  });

  it('chooses from an action sheet by text, or cancels it', async () => {
    await run(
      `wx.showActionSheet({ itemList: ['举报', '删除'], success: (r) => say(r.tapIndex), fail: (e) => say(e.errMsg) })`,
    );
    await app?.choose('删除');
    expect(app?.text('#result')).toBe('1');
    await app?.tap('执行');
    await app?.choose();
    expect(app?.text('#result')).toBe('showActionSheet:fail cancel');
  });

  it('copies to the clipboard with WeChat’s own toast', async () => {
    await run(`wx.setClipboardData({ data: 'hr@example.com' })`);
    expect(app?.clipboard).toBe('hr@example.com');
    await app?.waitForToast('内容已复制');
  });

  it('asks for subscriptions only during a tap', async () => {
    const ask = `wx.requestSubscribeMessage({ tmplIds: ['t1'], success: say, fail: (e) => say(e.errMsg) })`;
    expect(JSON.parse(await run(ask))).toMatchObject({ t1: 'accept' });
    await run(`setTimeout(() => { ${ask} })`);
    await app?.waitForText('can only be invoked by user TAP gesture');
  });

  it('tells theme and connection changes', async () => {
    await run(`wx.onThemeChange((r) => say(r)); wx.onNetworkStatusChange((r) => say(r))`);
    await app?.setTheme('dark');
    expect(app?.text('#result')).toBe('{"theme":"dark"}');
    await app?.setOnline(false);
    expect(app?.text('#result')).toBe('{"isConnected":false,"networkType":"none"}');
  });
});
