import { purposeRefusal, secretRefusal } from '@qihang/server/startup/rules';

describe('purposeRefusal', () => {
  const none = { demoPeople: 0, others: 0 };

  it.each([
    ['a new database', { purpose: undefined, ...none }],
    ['a marked one without people', { purpose: 'real', ...none }],
    ['a marked one with people', { purpose: 'real', demoPeople: 0, others: 9 }],
    ['one of 0.2.0 with people', { purpose: undefined, demoPeople: 0, others: 9 }],
  ])('opens %s for real use', (_, use) => {
    expect(purposeRefusal(use, false)).toBeNull();
  });

  it.each([
    ['a marked demo', { purpose: 'demo', demoPeople: 25, others: 0 }],
    ['a marked demo whose people are gone', { purpose: 'demo', ...none }],
    ['a demo of 0.2.0', { purpose: undefined, demoPeople: 25, others: 0 }],
    ['one that 0.2.0 used for both', { purpose: undefined, demoPeople: 25, others: 300 }],
  ])('refuses %s for real use, and names the command', (_, use) => {
    expect(purposeRefusal(use, false)).toContain('qihang demo remove');
  });

  it.each([
    ['a new database', { purpose: undefined, ...none }],
    ['a marked demo, also with people of its own use', { purpose: 'demo', demoPeople: 25, others: 3 }],
    ['a demo of 0.2.0', { purpose: undefined, demoPeople: 25, others: 0 }],
  ])('opens %s for a demo', (_, use) => {
    expect(purposeRefusal(use, true)).toBeNull();
  });

  it.each([
    ['a real one', { purpose: 'real', ...none }],
    ['a real one of 0.2.0', { purpose: undefined, demoPeople: 0, others: 9 }],
    ['one that 0.2.0 used for both', { purpose: undefined, demoPeople: 25, others: 300 }],
  ])('refuses %s for a demo', (_, use) => {
    expect(purposeRefusal(use, true)).toMatch(/演示模式不能打开.*data\/demo/);
  });
});

describe('secretRefusal', () => {
  it('takes the first secret and the same one, and says what another one needs', () => {
    expect(secretRefusal(undefined, 'a')).toBeNull();
    expect(secretRefusal('a', 'a')).toBeNull();
    expect(secretRefusal('a', 'b')).toMatch(/QIHANG_SECRET.*qihang secret replace.*班级邀请码/);
  });
});
