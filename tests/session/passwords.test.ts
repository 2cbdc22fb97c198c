import { hashPassword, verifyPassword } from '@qihang/server/ports/passwords';

describe('a password', () => {
  it('is kept as argon2id with the parameters OWASP asks for, salted', async () => {
    const hashes = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    for (const hashed of hashes) expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('is known again, and no other is', async () => {
    const hashed = await hashPassword('三方协议 2027');
    expect(await verifyPassword(hashed, '三方协议 2027')).toBe(true);
    expect(await verifyPassword(hashed, '三方协议 2026')).toBe(false);
  });

  it('is the same from a keyboard that writes wide letters', async () => {
    expect(await verifyPassword(await hashPassword('Ｑｉｈａｎｇ２０２７'), 'Qihang2027')).toBe(true);
  });
});
