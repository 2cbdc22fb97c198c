import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../support/waiting';
import type { OpenOptions } from '../support/weapp-runtime/options';
import { useBlankPage } from './blank-page';

let server: http.Server;
let base: string;
/** Requests that the server has and does not answer until told to. */
const held: http.ServerResponse[] = [];
let mostHeld = 0;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/silent') return;
      if (request.url?.startsWith('/held')) {
        held.push(response);
        mostHeld = Math.max(mostHeld, held.length);
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

const blank = useBlankPage(() => base);

describe('wx.request', () => {
  const ask = (options: string, open?: Partial<OpenOptions>) =>
    blank.run(
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
    expect(blank.app.requests).toMatchObject([{ method, status: 200, data: { a: [1] }, done: true }]);
  });

  it('sends PATCH only where a test allows it', async () => {
    const [, echo] = JSON.parse(await ask(`url: base, method: 'PATCH', data: {}`, { allowPatch: true }));
    expect(echo).toMatchObject({ method: 'PATCH' });
  });

  it('calls success for every HTTP status', async () => {
    expect(JSON.parse(await ask(`url: base + '/missing'`))[0]).toBe(404);
  });

  it('keeps the case of header names', async () => {
    expect(await blank.run(`wx.request({ url: base, success: (r) => say(r.header['X-Kind']) })`)).toBe(
      'echo',
    );
  });

  it('answers with objects of the app’s own world', async () => {
    expect(
      await blank.run(`wx.request({ url: base, success: (r) => say(r.data.constructor === Object) })`),
    ).toBe('true');
  });

  it('fails on timeouts, aborts, refused connections and bad urls', async () => {
    expect(await ask(`url: base + '/silent', timeout: 30`)).toBe('request:fail timeout');
    expect(await blank.run(`wx.request({ url: base + '/silent', fail: (e) => say(e.errMsg) }).abort()`)).toBe(
      'request:fail abort',
    );
    expect(await ask(`url: 'http://127.0.0.1:1/'`)).toMatch(/^request:fail .*ECONNREFUSED/);
    expect(await ask(`url: '/jobs'`)).toBe('request:fail invalid url "/jobs"');
  });

  it('fails without a connection and recovers with it', async () => {
    expect(await ask(`url: base`, { online: false })).toMatch(/ERR_INTERNET_DISCONNECTED/);
    await blank.app.setOnline(true);
    await blank.app.tap('执行');
    expect(blank.app.text('#result')).toMatch(/^\[200/);
  });

  it('runs ten at a time', async () => {
    const all = 14;
    const done = blank.run(
      `for (let i = 0; i < ${all}; i += 1) wx.request({ url: base + '/held/' + i, complete: () => say('done') })`,
    );
    for (let answered = 0; answered < all; answered += 1) {
      // One more would come without an answer to another if there were room for it.
      await eventually(() => expect(held.length).toBeGreaterThanOrEqual(Math.min(10, all - answered)));
      held.shift()?.end('{}');
    }
    await done;
    expect(blank.app.requests.filter(({ status }) => status === 200)).toHaveLength(all);
    expect(mostHeld).toBe(10);
  });

  it('gives up what is under way when the app is closed', async () => {
    await blank.run(
      `setTimeout(() => wx.request({ url: base + '/silent' }), 200); setInterval(() => say('late'), 250)`,
    );
    await blank.app.waitFor('the request', () => blank.app.requests.length === 1);
    blank.app.close();
    await blank.app.waitFor('its end', () => blank.app.requests.every(({ done }) => done));
    expect(blank.app.requests).toMatchObject([{ failure: 'request:fail abort' }]);
    expect(blank.errors).toEqual([]);
  });

  it('goes to the server under test in place of the compiled origin', async () => {
    const [, echo] = JSON.parse(await ask(`url: 'https://api.example.edu.cn/me?x=1'`, { apiBase: base }));
    expect(echo).toMatchObject({ url: '/me?x=1' });
  });
});

describe('storage', () => {
  it('keeps JSON between launches, and answers an absent key with an empty string', async () => {
    expect(
      await blank.run(
        `wx.setStorageSync('a', { b: [1] }); say([wx.getStorageSync('a'), wx.getStorageSync('none')])`,
      ),
    ).toBe('[{"b":[1]},""]');
    const { storage } = blank.app;
    expect(await blank.run(`wx.getStorage({ key: 'a', success: (r) => say(r.data) })`, { storage })).toBe(
      '{"b":[1]}',
    );
  });

  it('refuses more than 1 MB under a key and 10 MB in all', async () => {
    await blank.run(`wx.setStorageSync('big', 'x'.repeat(1048577))`);
    expect(blank.errors).toEqual([expect.stringContaining('setStorageSync:fail entry size limit reached')]);
    const fill = `for (let i = 0; i < 11; i += 1) wx.setStorage({ key: 'k' + i, data: 'x'.repeat(1048000), fail: (e) => say(e.errMsg) })`;
    expect(await blank.run(fill)).toMatch(/storage size limit reached/);
  });
});

describe('dialogs, clipboard, account', () => {
  it('leaves a modal open until the test answers', async () => {
    await blank.run(`wx.showModal({ title: '确认', content: '删除?', success: say })`);
    expect(blank.app.dialog).toMatchObject({ kind: 'modal', title: '确认', content: '删除?' });
    await blank.app.waitForText('删除?');
    await expect(blank.app.tap('执行')).rejects.toThrow('a modal covers the page');
    await blank.app.answerModal(true);
    expect(JSON.parse(blank.app.text('#result'))).toMatchObject({ confirm: true, cancel: false });
  });

  it('answers at once where the test said how', async () => {
    const onModal: OpenOptions['onModal'] = () => ({ confirm: true, content: '理由' });
    const code = `wx.showModal({ title: '?', editable: true }).then((r) => say(r.content))`;
    expect(await blank.run(code, { onModal })).toBe('理由');
  });

  it('chooses from an action sheet by text, or cancels it', async () => {
    await blank.run(
      `wx.showActionSheet({ itemList: ['举报', '删除'], success: (r) => say(r.tapIndex), fail: (e) => say(e.errMsg) })`,
    );
    await blank.app.choose('删除');
    expect(blank.app.text('#result')).toBe('1');
    await blank.app.tap('执行');
    await blank.app.choose();
    expect(blank.app.text('#result')).toBe('showActionSheet:fail cancel');
  });

  it('copies to the clipboard with WeChat’s own toast', async () => {
    await blank.run(`wx.setClipboardData({ data: 'hr@example.com' })`);
    expect(blank.app.clipboard).toBe('hr@example.com');
    await blank.app.waitForToast('内容已复制');
  });

  it('asks for subscriptions only during a tap', async () => {
    const ask = `wx.requestSubscribeMessage({ tmplIds: ['t1'], success: say, fail: (e) => say(e.errMsg) })`;
    expect(JSON.parse(await blank.run(ask))).toMatchObject({ t1: 'accept' });
    await blank.run(`setTimeout(() => { ${ask} })`);
    await blank.app.waitForText('can only be invoked by user TAP gesture');
  });

  it('tells theme and connection changes', async () => {
    await blank.run(`wx.onThemeChange((r) => say(r)); wx.onNetworkStatusChange((r) => say(r))`);
    await blank.app.setTheme('dark');
    expect(blank.app.text('#result')).toBe('{"theme":"dark"}');
    await blank.app.setOnline(false);
    expect(blank.app.text('#result')).toBe('{"isConnected":false,"networkType":"none"}');
  });
});

describe('the phone’s calendar', () => {
  const add = (options: string) =>
    `wx.addPhoneCalendar({ ${options}, success: () => say('ok'), fail: ({ errMsg }) => say(errMsg) })`;

  it('takes an event in seconds', async () => {
    const said = await blank.run(
      add(`title: '截止', startTime: 1795000000, endTime: '1795000900', alarmOffset: 86400`),
    );
    expect(said).toBe('ok');
    expect(blank.app.calendar).toEqual([
      {
        title: '截止',
        description: '',
        startTime: 1_795_000_000,
        endTime: 1_795_000_900,
        alarmOffset: 86_400,
      },
    ]);
  });

  it.each([
    ['milliseconds', `title: '截止', startTime: 1795000000000`, 'parameter error: startTime'],
    [
      'an end before the start',
      `title: '截止', startTime: 1795000000, endTime: '1'`,
      'parameter error: endTime',
    ],
    ['an event without a title', `startTime: 1795000000`, 'parameter error: title'],
  ])('refuses %s', async (_, options, message) => {
    expect(await blank.run(add(options))).toBe(`addPhoneCalendar:fail ${message}`);
    expect(blank.app.calendar).toEqual([]);
  });

  it('asks the user first', async () => {
    const said = await blank.run(add(`title: '截止', startTime: 1795000000`), { calendarAllowed: false });
    expect(said).toBe('addPhoneCalendar:fail auth deny');
  });
});

describe('单页模式', () => {
  it.each(['login', 'navigateTo', 'switchTab'])('refuses wx.%s', async (name) => {
    const code = `wx.${name}({ url: '/pages/home/index', success: () => say('ok'), fail: ({ errMsg }) => say(errMsg) })`;
    expect(await blank.run(code, { scene: 1154 })).toBe(`${name}:fail can not be called in single page mode`);
  });
});
