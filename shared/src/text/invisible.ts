// Written as escapes, since nobody would see them here.
const controls = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const formats =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb';
const invisible = new RegExp(`[${controls}${formats}]|\\udb40[\\udc00-\\uddef]`, 'g');

const part =
  '(?:[\\ud83c-\\ud83e][\\udc00-\\udfff]|[\\u00a9\\u00ae\\u2190-\\u2bff\\u3030\\u303d\\u3297\\u3299])\\ufe0f?(?:\\ud83c[\\udffb-\\udfff])?';
// An emoji of several parts keeps what joins them: a joiner between two, the mark that asks for colours, the letters of a flag. Phones
// that we support know no property escapes.
const emoji = new RegExp(
  `${part}(?:\\u200d${part})*(?:\\udb40[\\udc20-\\udc7f])*|[0-9#*]\\ufe0f\\u20e3`,
  'g',
);

/**
 * A text without what has no picture of its own: zero-width and direction marks, soft hyphens, fillers, control characters. Line
 * breaks, tabs and blanks stay, and so do emojis that are joined of several.
 */
export function withoutInvisible(text: string): string {
  let result = '';
  let at = 0;
  emoji.lastIndex = 0;
  for (let found = emoji.exec(text); found; found = emoji.exec(text)) {
    result += text.slice(at, found.index).replace(invisible, '') + found[0];
    at = found.index + found[0].length;
  }
  return result + text.slice(at).replace(invisible, '');
}
