/**
 * 24 signs that no one mistakes for each other on a blackboard or a screenshot (no 0 O, 1 I L, 2 Z, 5 S, 8 B), and too few
 * vowels to spell a word.
 */
export const classCodeAlphabet = '34679ACDEFGHJKMNPQRTUVWX';
export const classCodeLength = 8;

/** As it is compared: `acd3-4679` and `ＡＣＤ３ ４６７９` are `ACD34679`. */
export const plainClassCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_·]/g, '');

/** As it is shown: `ACD3-4679`. */
export const shownClassCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
