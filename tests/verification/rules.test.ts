import {
  attemptLimits,
  canImportRoster,
  canRevokeCode,
  canUnbind,
  type EntryStanding,
  judgeClaim,
  secondsToWait,
  stateOfCode,
  verificationState,
} from '@qihang/server/features/verification/rules';
import type { Role } from '@qihang/shared/session/vocabulary';
import { plainClassCode, shownClassCode } from '@qihang/shared/verification/class-code';
import { foldName } from '@qihang/shared/verification/names';
import { askingEnds, graduationInstant, standingOf } from '@qihang/shared/verification/standing';

const now = new Date('2026-11-20T04:00:00Z');
const at = (text: string) => new Date(`${text}:00+08:00`);

const entry = (part: Partial<EntryStanding> = {}): EntryStanding => ({
  id: 'e1',
  name: '林晓',
  graduationYear: 2027,
  userId: null,
  leftAt: null,
  ...part,
});

describe('judgeClaim', () => {
  const judge = (part: Partial<Parameters<typeof judgeClaim>[0]> = {}) =>
    judgeClaim({
      claim: { name: '林晓' },
      entry: entry(),
      codeId: 'c1',
      userId: 'u1',
      ownEntryId: undefined,
      ...part,
    });
  const mismatch = { refused: 'mismatch' };
  const bound = { entryId: 'e1', codeId: 'c1' };

  it('binds when number, name and code agree', () => expect(judge()).toEqual(bound));

  it.each([
    ['an unknown number', { entry: undefined }],
    ['another name', { claim: { name: '林小' } }],
    ['no valid code', { codeId: undefined }],
    ['somebody who has left', { entry: entry({ leftAt: now }) }],
    ['a taken number with another name', { entry: entry({ userId: 'u2' }), claim: { name: '林小' } }],
    ['a taken number with a wrong code', { entry: entry({ userId: 'u2' }), codeId: undefined }],
  ])('gives %s the one answer that tells nothing', (_, part) => expect(judge(part)).toEqual(mismatch));

  it('tells who knows all three that the number is taken', () =>
    expect(judge({ entry: entry({ userId: 'u2' }) })).toEqual({ refused: 'number-taken' }));

  it('lets the holder repeat the claim', () =>
    expect(judge({ entry: entry({ userId: 'u1' }), ownEntryId: 'e1' })).toEqual(bound));

  it.each([
    ['right', {}],
    ['wrong', { codeId: undefined }],
    ['of an unknown number', { entry: undefined }],
  ])('answers a bound account alike when its second claim is %s', (_, part) =>
    expect(judge({ ...part, ownEntryId: 'e9' })).toEqual({ refused: 'already-bound' }),
  );

  it('lets somebody without an account claim', () => expect(judge({ userId: null })).toEqual(bound));
});

describe('foldName', () => {
  it.each([
    ['林 晓', '林晓'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['Ｊohn SMITH', 'john smith'],
  ])('takes %s and %s for the same', (one, other) => expect(foldName(one)).toBe(foldName(other)));

  it('keeps different names apart', () => expect(foldName('林晓')).not.toBe(foldName('林小')));
});

describe('secondsToWait', () => {
  const later = new Date(now.getTime() + 90_500);
  it.each(Object.entries(attemptLimits))('holds %s after its last failure only', (kind, { failures }) => {
    const count = (n: number) => [{ kind: kind as keyof typeof attemptLimits, failures: n, forgetAt: later }];
    expect(secondsToWait(count(failures - 1), now)).toBe(0);
    expect(secondsToWait(count(failures), now)).toBe(91);
  });

  it('waits for the longest', () =>
    expect(
      secondsToWait(
        [
          { kind: 'account', failures: 5, forgetAt: later },
          { kind: 'number', failures: 300, forgetAt: new Date(now.getTime() + 600_000) },
        ],
        now,
      ),
    ).toBe(600));
});

describe('a class code', () => {
  const code = { id: 'c1', expiresAt: new Date(now.getTime() + 1), revokedAt: null };
  it('is valid, expired or revoked', () => {
    expect(stateOfCode(code, now)).toBe('valid');
    expect(stateOfCode({ ...code, expiresAt: now }, now)).toBe('expired');
    expect(stateOfCode({ ...code, revokedAt: now }, now)).toBe('revoked');
  });

  it('is read however it was typed', () => {
    expect(plainClassCode(' acd3－46 79')).toBe('ACD34679');
    expect(shownClassCode('ACD34679')).toBe('ACD3-4679');
  });
});

describe('standingOf', () => {
  const member = (graduationYear: number | null) => ({ verified: true, graduationYear });
  it.each([
    ['2027-07-31T23:59', 'member'],
    ['2027-08-01T00:00', 'recent-alumnus'],
    ['2029-07-31T23:59', 'recent-alumnus'],
    ['2029-08-01T00:00', 'alumnus'],
  ])('makes of the class of 2027 at %s (Shanghai) %s', (when, standing) =>
    expect(standingOf(member(2027), at(when))).toBe(standing),
  );

  it('leaves staff members, and nobody unverified is anything', () => {
    expect(standingOf(member(null), at('2040-01-01T00:00'))).toBe('member');
    expect(standingOf({ verified: false, graduationYear: 2020 }, now)).toBe('unverified');
  });

  it('has its days in Shanghai', () => {
    expect(new Date(graduationInstant(2027)).toISOString()).toBe('2027-07-31T16:00:00.000Z');
    expect(new Date(askingEnds(2027)).toISOString()).toBe('2029-07-31T16:00:00.000Z');
  });
});

describe('verificationState', () => {
  it.each([
    [false, undefined, 'unverified'],
    [true, undefined, 'verified'],
    [true, entry(), 'verified'],
    [true, entry({ graduationYear: 2025 }), 'alumnus'],
    [false, entry({ leftAt: now }), 'left'],
    [false, entry({ leftAt: now, graduationYear: 2025 }), 'left'],
  ] as const)('verified %s with %o is %s', (verified, own, state) =>
    expect(verificationState(verified, own, now)).toBe(state),
  );
});

describe('who may', () => {
  const actor = (role: Role | null) => ({
    id: 'u',
    name: '某人',
    verified: true,
    grants: role ? [{ role, boards: null, endsAt: null }] : [],
    ended: [],
    mutedUntil: null,
    mutedFor: null,
  });
  const code = { id: 'c', expiresAt: new Date(now.getTime() + 1), revokedAt: null };
  it.each([
    [null, false, false],
    ['graduate', false, false],
    ['lead', false, false],
    ['teacher', true, false],
    ['admin', true, true],
  ] as const)('%s: unbind and revoke %s, import %s', (role, unbinds, imports) => {
    expect(canUnbind(actor(role), entry({ userId: 'u1' }))).toBe(unbinds);
    expect(canRevokeCode(actor(role), code, now)).toBe(unbinds);
    expect(canImportRoster(actor(role))).toBe(imports);
  });

  it('nobody unbinds what is free or revokes what has ended', () => {
    expect(canUnbind(actor('admin'), entry())).toBe(false);
    expect(canRevokeCode(actor('admin'), { ...code, revokedAt: now }, now)).toBe(false);
  });
});
