/**
 * Signs that show nothing by themselves: blanks, control and format characters, combining marks, and what Unicode lets fonts
 * ignore, as the Hangul fillers. The blank of Braille is none of these, and is empty all the same.
 */
const unseen = '\\p{Z}\\p{Cc}\\p{Cf}\\p{Mn}\\p{Me}\\p{Default_Ignorable_Code_Point}\\u2800';

/** The commonest of them, for phones that have no \p{…}: the server knows them all. */
const commonlyUnseen =
  '\\s\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u0300-\\u036f\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0';

function compile(): RegExp {
  try {
    return new RegExp(`[${unseen}]`, 'gu');
  } catch {
    return new RegExp(`[${commonlyUnseen}]`, 'g');
  }
}
let compiled: RegExp | undefined;

/** How many signs of a text can be seen. */
export function visibleLength(text: string): number {
  compiled ??= compile();
  return Array.from(text.replace(compiled, '')).length;
}
