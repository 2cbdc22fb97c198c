import { missingConsents } from '@qihang/server/features/consents/rules';

const texts = [
  { name: 'user-agreement', hash: 'a1' },
  { name: 'privacy-policy', hash: 'b1' },
];

describe('missingConsents', () => {
  it.each([
    ['nothing yet', [], ['user-agreement', 'privacy-policy']],
    ['one of them', [{ document: 'privacy-policy', hash: 'b1' }], ['user-agreement']],
    ['an older text', [{ document: 'user-agreement', hash: 'a0' }], ['user-agreement', 'privacy-policy']],
    [
      'the words of one under the name of another',
      [{ document: 'user-agreement', hash: 'b1' }],
      ['user-agreement', 'privacy-policy'],
    ],
    [
      'both, and older ones before',
      [
        { document: 'user-agreement', hash: 'a0' },
        { document: 'user-agreement', hash: 'a1' },
        { document: 'privacy-policy', hash: 'b1' },
      ],
      [],
    ],
  ])('after agreeing to %s', (_, given, missing) => {
    expect(missingConsents(texts, given).map(({ name }) => name)).toEqual(missing);
  });
});
