import { ConnectionError, databaseTrouble } from '@qihang/server/db/errors';
import { asAppError } from '@qihang/server/http/errors';
import { DrizzleQueryError } from 'drizzle-orm';

const coded = (code: string, message = '') => Object.assign(new Error(message), { code });
const queried = (cause: Error) => new DrizzleQueryError('select 1', [], cause);

describe('what keeps a database from its work', () => {
  it.each([
    [
      'busy',
      [
        'SQLITE_BUSY',
        'SQLITE_BUSY_SNAPSHOT',
        'SQLITE_BUSY_RECOVERY',
        'SQLITE_LOCKED',
        'SQLITE_LOCKED_SHAREDCACHE',
      ],
    ],
    ['busy', ['55P03', '53300', '40001', '40P01', '57014', '25P03']],
    ['full', ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', '53100', 'ENOSPC', 'EDQUOT']],
    [
      'read-only',
      ['SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED', 'SQLITE_READONLY_DIRECTORY', '25006', 'EROFS'],
    ],
    [
      'unavailable',
      [
        'SQLITE_IOERR',
        'SQLITE_IOERR_WRITE',
        'SQLITE_IOERR_FSYNC',
        'SQLITE_CANTOPEN',
        'SQLITE_CANTOPEN_ISDIR',
      ],
    ],
    ['unavailable', ['08000', '08003', '08006', '57P01', '57P02', '57P03', '58030', '53200']],
  ])('%s, however deep it is wrapped', (trouble, codes) => {
    for (const code of codes) {
      expect([code, databaseTrouble(coded(code))]).toEqual([code, trouble]);
      expect([code, databaseTrouble(queried(coded(code)))]).toEqual([code, trouble]);
      expect(asAppError(queried(coded(code)))).toMatchObject({
        code: `database.${trouble}`,
        status: 503,
        retryAfter: expect.any(Number),
      });
    }
  });

  it('is away where a query or a connection says so, and nowhere else', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']) {
      expect(databaseTrouble(queried(coded(code)))).toBe('unavailable');
      expect(databaseTrouble(new ConnectionError(coded(code)))).toBe('unavailable');
      // The same from WeChat, or from a client that went away.
      expect(databaseTrouble(coded(code))).toBeUndefined();
      expect(databaseTrouble(new TypeError('fetch failed', { cause: coded(code) }))).toBeUndefined();
    }
    for (const message of [
      'Connection terminated unexpectedly',
      'Connection terminated due to connection timeout',
      'Client has encountered a connection error and is not queryable',
      'Query read timeout',
    ]) {
      expect(databaseTrouble(queried(new Error(message)))).toBe('unavailable');
      expect(databaseTrouble(new Error(message))).toBeUndefined();
    }
  });

  it('is busy where the pool has no connection free', () => {
    expect(databaseTrouble(new ConnectionError(new Error('timeout exceeded when trying to connect')))).toBe(
      'busy',
    );
  });

  it('is none of what the same statement would meet again', () => {
    for (const code of [
      'SQLITE_CONSTRAINT_UNIQUE',
      '23505',
      'SQLITE_ERROR',
      '42601',
      '22P02',
      'SQLITE_CORRUPT',
      'ENOENT',
    ])
      expect(databaseTrouble(queried(coded(code)))).toBeUndefined();
    for (const thrown of [undefined, null, 'text', 7, new Error('x')])
      expect(databaseTrouble(thrown)).toBeUndefined();
    expect(asAppError(queried(coded('42601'))).code).toBe('server.failed');
  });
});
