import { phone } from './support/taro';

const load = () => import('@/platform/session.h5');
const setCookie = (name: string, value: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom knows no other way.
  document.cookie = `${name}=${value}; path=/`;
};
const dropCookie = (name: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom knows no other way.
  document.cookie = `${name}=; path=/; max-age=0`;
};

beforeEach(() => {
  jest.resetModules();
  phone.reset();
  dropCookie('qihang-csrf');
});

describe('the session of a browser', () => {
  it('is known by the CSRF cookie, from the first moment on', async () => {
    setCookie('qihang-csrf', 'c1');
    const session = await load();
    expect(session.sessionToken()).toBe('c1');
    expect(session.sessionHeaders('GET')).toEqual({});
    expect(session.sessionHeaders('POST')).toEqual({ 'X-Session': 'cookie', 'X-CSRF-Token': 'c1' });
  });

  it('does not exist without one, and asks for a cookie when it begins', async () => {
    setCookie('other', 'x');
    const session = await load();
    expect(session.sessionToken()).toBeNull();
    expect(session.sessionHeaders('POST')).toEqual({ 'X-Session': 'cookie' });
    expect(() => session.beginSession({ expiresAt: '2099-01-01T00:00:00Z' })).toThrow(
      '请允许本站使用 Cookie',
    );
    setCookie('qihang-csrf', 'c2');
    session.beginSession({ expiresAt: '2099-01-01T00:00:00Z' });
    expect(session.sessionToken()).toBe('c2');
  });

  it('follows what another tab did', async () => {
    setCookie('qihang-csrf', 'c1');
    const session = await load();
    expect(session.followCookie()).toBe(false);
    setCookie('qihang-csrf', 'c2');
    expect([session.followCookie(), session.sessionToken()]).toEqual([true, 'c2']);
    dropCookie('qihang-csrf');
    expect([session.followCookie(), session.sessionToken()]).toEqual([true, null]);
  });

  it('drops the token of earlier versions', async () => {
    // The fresh module has a fresh stand-in for Taro: what counts is what it tells the storage.
    const { default: taro } = await import('./support/taro');
    taro.setStorageSync('session', '{"token":"old"}');
    await load();
    expect(taro.getStorageSync('session')).toBe('');
  });
});
