// Replies of the real service, written down from its documentation, its community and public SDKs: the parser is held to
// them apart from the emulator, so that the two cannot share one mistake.
import { WechatError, WechatUnreachable } from '@qihang/server/ports/wechat/error';
import * as replies from '@qihang/server/ports/wechat/replies';
import { parseJson, type RawReply, readJpeg, readJson } from '@qihang/server/ports/wechat/reply';
import { recorded } from './recorded-replies';

const json = (text: string, contentType = 'application/json; encoding=utf-8', status = 200): RawReply => ({
  status,
  contentType,
  body: Buffer.from(text),
});

const failure = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('It was read, but should have been refused');
};

describe('a recorded success', () => {
  it('of code2Session needs no errcode, and its session_key goes no further', () => {
    expect(readJson('x', json(recorded.session), replies.session)).toEqual({
      openid: 'oQLWI6NkM9x1fJDX3yxAz2-5peSM',
    });
    expect(readJson('x', json(recorded.sessionWithErrcode), replies.session)).toEqual({
      openid: 'oQLWI6NkM9x1fJDX3yxAz2-5peSM',
    });
  });

  it('of stable_token', () => {
    expect(readJson('x', json(recorded.token), replies.token)).toEqual({
      access_token: 'ACCESS_TOKEN',
      expires_in: 7200,
    });
  });

  it('of msgSecCheck tells its verdict, although errcode says ok', () => {
    expect(readJson('x', json(recorded.textCheck), replies.textCheck)).toEqual({
      result: { suggest: 'review', label: 20001 },
      trace_id: '64107881-65f15508-586e63ec',
    });
  });

  it('of mediaCheckAsync', () => {
    expect(readJson('x', json(recorded.mediaCheck), replies.mediaCheck)).toEqual({
      trace_id: '690acb02-0aa28f3e-3678d341',
    });
  });

  it('of subscribeMessage.send keeps each digit of its msgid', () => {
    expect(readJson('x', json(recorded.sent), replies.sent)).toEqual({ msgid: '1988810812324364291' });
    expect(String(JSON.parse(recorded.sent).msgid)).not.toBe('1988810812324364291');
  });
});

describe('a recorded refusal', () => {
  it.each(recorded.refusals)('%s', (text, errcode, rid) => {
    const error = failure(() => readJson('/sns/jscode2session', json(text), replies.session));
    expect(error).toBeInstanceOf(WechatError);
    expect(error).toMatchObject({ errcode, rid, call: '/sns/jscode2session' });
  });

  it('is one whatever type it comes under', () => {
    const [[text, errcode] = ['', 0]] = recorded.refusals;
    for (const type of ['application/json', 'text/plain', 'image/jpeg', '']) {
      expect(failure(() => readJpeg('x', json(text, type)))).toMatchObject({ name: 'WechatError', errcode });
    }
  });
});

describe('what is no reply at all', () => {
  it.each([
    ['a page of a gateway', json('<html>502 Bad Gateway</html>', 'text/html', 502)],
    ['a body cut off', json(recorded.session.slice(0, 30))],
    ['nothing', json('')],
    ['JSON without what was asked for', json('{"errcode":0,"errmsg":"ok"}')],
    ['a JSON list', json('[]')],
  ])('%s', (_, reply) => {
    expect(failure(() => readJson('x', reply, replies.session))).toBeInstanceOf(WechatUnreachable);
  });

  it('never has its text in the error: a session_key may stand there', () => {
    const error = failure(() =>
      readJson('x', json('{"session_key":"yUfyE4+CY30rurIkpZKOAg=="}'), replies.session),
    );
    expect(String(error)).not.toContain('yUfy');
  });
});

describe('a picture', () => {
  const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
  it('is one by its type and its first bytes', () => {
    expect(readJpeg('x', { status: 200, contentType: 'image/jpeg', body: jpeg })).toEqual(jpeg);
  });
  it.each([
    ['bytes of a picture under JSON', 'application/json', jpeg],
    ['JSON that says ok', 'application/json', Buffer.from('{"errcode":0,"errmsg":"ok"}')],
    ['a page', 'text/html', Buffer.from('<html></html>')],
    ['nothing', 'image/jpeg', Buffer.alloc(0)],
  ])('is not %s', (_, contentType, body) => {
    expect(failure(() => readJpeg('x', { status: 200, contentType, body }))).toBeInstanceOf(
      WechatUnreachable,
    );
  });
});

describe('parseJson', () => {
  it('makes strings of whole numbers beyond 2^53 and of nothing else', () => {
    const text =
      '{"a":9007199254740993,"b":-9007199254740993,"c":9007199254740991,"d":0.1234567890123456,' +
      '"e":1234567.5,"f":1e30,"g":"id 1988810812324364291, \\"9007199254740993\\"","h":[9007199254740993]}';
    expect(parseJson(text)).toEqual({
      a: '9007199254740993',
      b: '-9007199254740993',
      c: 9007199254740991,
      d: 0.1234567890123456,
      e: 1234567.5,
      f: 1e30,
      g: 'id 1988810812324364291, "9007199254740993"',
      h: ['9007199254740993'],
    });
  });

  it('refuses what is no JSON', () => {
    expect(() => parseJson('{"a":9007199254740993')).toThrow(SyntaxError);
  });

  it('leaves a small msgid a number, which the reply makes text', () => {
    expect(readJson('x', json('{"errcode":0,"msgid":7}'), replies.sent)).toEqual({ msgid: '7' });
  });
});
