import { lineText, longText } from '@qihang/shared/contract/fields';
import { check } from '@qihang/shared/contract/messages';
import { visibleLength } from '@qihang/shared/text/visible';

// Every sign that shows nothing, as Unicode has it: asked of the engine sign by sign, with the blank of Braille by hand.
const invisible = /^[\p{Z}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]$/u;

it('counts what can be seen, over all of Unicode', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const sign = String.fromCodePoint(code);
    if (visibleLength(sign) !== (invisible.test(sign) ? 0 : 1)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

const tricks = {
  'zero-width spaces': '\u200b\u200b\u200b',
  'zero-width joiners': '\u200d\u200c\u200d',
  'marks of direction': '\u202e\u2066\u200f',
  'ideographic spaces inside marks': '\u200b\u3000\u200b',
  'combining accents': '\u0301\u0302\u0303',
  'Hangul fillers': '\u3164\u115f\uffa0',
  'blanks of Braille': '\u2800\u2800',
  'variation selectors': '\ufe0f\ufe0e\u{e0100}',
  tags: '\u{e0041}\u{e0042}',
  'soft hyphens': '\u00ad\u00ad',
  'a byte order mark': '\ufeff\u2060',
};

it.each(Object.entries(tricks))('refuses %s in place of a text', (_, text) => {
  for (const schema of [lineText(1, 60), lineText(2, 60), longText(1, 60)]) {
    const result = check(schema, text);
    expect(result.ok ? 'accepted' : result.errors[0]?.message).toMatch(
      /看不见的字符|看得见的字|不能为空|至少 2 个字/,
    );
  }
  expect(check(lineText(2, 60), `岗${text}`).ok).toBe(false);
  expect(check(lineText(2, 60), `岗位${text}`).ok).toBe(true);
  expect(check(lineText(0, 60), text).ok).toBe(true);
});

it.each(['招聘', 'é́é', '👩‍🎓👨‍🎓', 'हिन्दी', '𠮷野', 'ok'])('takes %s', (text) => {
  expect(check(lineText(2, 60), text).ok).toBe(true);
});
