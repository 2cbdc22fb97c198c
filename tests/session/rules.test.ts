import {
  type Attempts,
  afterFailure,
  attemptLimits,
  deviceWords,
  forgottenAt,
  waitOf,
  waitOfAll,
  waitWords,
} from '@qihang/server/features/session/rules';
import { passwordProblem } from '@qihang/shared/session/password';

const now = new Date('2026-11-20T02:24:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const failed = (failures: number, knownUntil: Date | null = null): Attempts => ({
  failures,
  lastAt: now,
  knownUntil,
});
const seconds = (ms: number) => ms / 1000;

describe('the wait after wrong passwords', () => {
  it.each([
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1920],
    [12, 3600],
    [500, 3600],
  ])('after %i with one account at one address is %i seconds', (failures, wait) => {
    expect(seconds(waitOf(attemptLimits.pair, failed(failures), now))).toBe(wait);
  });

  it('runs off, and never below nothing', () => {
    expect(seconds(waitOf(attemptLimits.pair, failed(5), later(29_000)))).toBe(1);
    expect(waitOf(attemptLimits.pair, failed(5), later(31_000))).toBe(0);
    expect(waitOf(attemptLimits.pair, undefined, now)).toBe(0);
  });

  it('is the longest of the three, but a known place does not wait for the account', () => {
    const counts = { pair: failed(0), account: failed(40), address: failed(3) };
    expect(seconds(waitOfAll(counts, now))).toBe(300);
    expect(waitOfAll({ ...counts, pair: failed(0, later(1)) }, now)).toBe(0);
    expect(seconds(waitOfAll({ ...counts, pair: failed(0, now) }, now))).toBe(300);
    expect(seconds(waitOfAll({ ...counts, pair: failed(6, later(1)) }, now))).toBe(60);
    expect(waitOfAll({}, now)).toBe(0);
  });

  it('of a campus does not lock out who signed in there before, while strangers wait', () => {
    const { free } = attemptLimits.address;
    const counts = { pair: failed(0), account: failed(0), address: failed(free) };
    expect(seconds(waitOfAll(counts, now))).toBe(30);
    const atHome = { ...counts, pair: failed(0, later(1)) };
    expect(waitOfAll(atHome, now)).toBe(0);
    expect(seconds(waitOfAll({ ...atHome, address: failed(10 * free) }, now))).toBe(30);
  });

  it('starts anew after the memory of the count', () => {
    const { memory } = attemptLimits.pair;
    expect(afterFailure('pair', failed(9), later(memory - 1)).failures).toBe(10);
    expect(afterFailure('pair', failed(9), later(memory)).failures).toBe(1);
    expect(afterFailure('pair', failed(9, later(1)), later(memory)).knownUntil).toEqual(later(1));
  });

  it('is forgotten when neither failure nor known place says anything', () => {
    expect(forgottenAt('address', failed(1))).toEqual(later(attemptLimits.address.memory));
    expect(forgottenAt('pair', failed(1, later(10 ** 10)))).toEqual(later(10 ** 10));
  });

  it.each([
    [400, '1 秒'],
    [30_000, '30 秒'],
    [90_000, '90 秒'],
    [90_001, '2 分钟'],
    [3_600_000, '60 分钟'],
  ])('%i ms is told as %s', (ms, words) => {
    expect(waitWords(ms)).toBe(words);
  });
});

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Mobile MicroMessenger/8.0.50',
      '微信 · iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/18 Safari/605', 'Safari · Mac'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 ArkWeb',
      'Chrome · 鸿蒙',
    ],
    ['curl/8.5.0', null],
    [undefined, null],
  ])('%s is %s', (userAgent, words) => {
    expect(deviceWords(userAgent)).toBe(words);
  });
});

describe('a new password', () => {
  it.each(['芦苇荡里的灯', 'correct horse battery', 'Zj8#kq!2'])('may be %s', (password) => {
    expect(passwordProblem(password, '2023A0101')).toBeNull();
  });
  it.each(['ＱＷＥＲＴＹＵＩ', 'Abc123456', '11112222', 'xx2023a0101'])('may not be %s', (password) => {
    expect(passwordProblem(password, '2023A0101')).not.toBeNull();
  });
});
