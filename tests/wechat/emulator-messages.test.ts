import { eventually } from '../support/waiting';
import { startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { callsOf } from './calls';

let wechat: WechatEmulator;
beforeEach(async () => {
  wechat = await startWechatEmulator();
});
afterEach(() => wechat.close());

const { post, withToken } = callsOf(() => wechat);

describe('subscribe/send', () => {
  const send = async (change: object = {}): Promise<string> =>
    (
      await post(await withToken('/cgi-bin/message/subscribe/send'), {
        touser: 'o-lin',
        template_id: 'T1',
        page: 'pages/home/index?id=1',
        data: { thing1: { value: '整车热管理工程师' }, time2: { value: '2026年12月1日 18:00' } },
        ...change,
      })
    ).text();
  beforeEach(async () => {
    await wechat.control('user', { openid: 'o-lin' });
    await wechat.control('template', { id: 'T1', keywords: ['thing1', 'time2'] });
    await wechat.control('pages', { published: ['pages/home/index'] });
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
  });

  it('takes one consent a message, and prints a msgid beyond 2^53 as a bare number', async () => {
    expect(await send()).toMatch(/"msgid":19888108123243\d{5}\}$/);
    expect(JSON.parse(await send())).toMatchObject({ errcode: 43101 });
  });

  it('adds consents up, and loses them all when the person turns the template off', async () => {
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'reject' });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 0 });
    await wechat.control('unsubscribe', { openid: 'o-lin', template: 'T1' });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 43101 });
  });

  it('refuses a second message to a person to whom one is on its way', async () => {
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
    await wechat.control('fault', { kind: 'hang', path: '/cgi-bin/message/subscribe/send' });
    const first = send();
    await eventually(async () => {
      const { sentMessages } = await wechat.control<{ sentMessages: object[] }>('state');
      expect(sentMessages).toHaveLength(1);
    });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 43108 });
    await wechat.control('clock', { advanceMs: 5_000 });
    expect(JSON.parse(await first)).toMatchObject({ errcode: 0 });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 0 });
  });

  it('refuses with any number that a test plants, before anything is done', async () => {
    const path = '/cgi-bin/message/subscribe/send';
    await wechat.control('fault', { kind: 'refuse', errcode: 45168, path });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 45168 });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 0 });
  });

  it.each([
    [{ touser: 'o-nobody' }, 40003, 'invalid openid'],
    [{ template_id: 'T9' }, 40037, 'invalid template_id'],
    [{ page: 'pages/none' }, 41030, 'invalid page'],
    [{ data: { thing1: { value: '' } } }, 47003, 'argument invalid! data.thing1.value is emtpy'],
    [{ data: { thing1: { value: '字'.repeat(21) } } }, 47003, 'argument invalid! data.thing1.value invalid'],
    [
      { data: { thing1: { value: '题' }, time2: { value: 'soon' } } },
      47003,
      'argument invalid! data.time2.value invalid',
    ],
  ])('refuses %j and keeps the consent', async (change, errcode, words) => {
    const reply = JSON.parse(await send(change));
    expect(reply).toMatchObject({ errcode, errmsg: expect.stringContaining(words) });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 0 });
  });
});

describe('getwxacodeunlimit', () => {
  const code = async (body: object) => post(await withToken('/wxa/getwxacodeunlimit'), body);
  const asked = { scene: 't=j&i=1a', page: 'pages/home/index', check_path: false };

  it('answers with a JPEG of the width asked for', async () => {
    const response = await code({ ...asked, width: 300 });
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await response.arrayBuffer());
    const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect([bytes.readUInt16BE(frame + 5), bytes.readUInt16BE(frame + 7)]).toEqual([300, 300]);
    expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
    const other = Buffer.from(await (await code({ ...asked, scene: 'other', width: 300 })).arrayBuffer());
    expect(other.equals(bytes)).toBe(false);
  });

  it('knows released pages only, unless told not to look', async () => {
    const checked = { ...asked, check_path: true };
    expect(await (await code(checked)).json()).toMatchObject({ errcode: 41030 });
    await wechat.control('pages', { published: ['pages/home/index'] });
    expect((await code(checked)).headers.get('content-type')).toBe('image/jpeg');
  });

  it.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '' }, 40169],
    [{ scene: '中文' }, 40129],
    [{ scene: 'a%20b' }, 40129],
    [{ page: '/pages/home/index' }, 41030],
    [{ page: 'pages/home/index?a=1' }, 41030],
  ])('refuses %j in JSON', async (change, errcode) => {
    expect(await (await code({ ...asked, ...change })).json()).toMatchObject({ errcode });
  });
});
