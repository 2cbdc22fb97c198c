import { foldWidth } from '../../text/width';
import { traditionalPairs } from './traditional';

/**
 * Characters of a message as the rules read them. Every fold keeps the length of the text, one UTF-16 unit
 * for one, so that an offset found in the folded text is an offset in the original.
 */

const simplifiedOf = new Map<string, string>();
for (let i = 0; i < traditionalPairs.length; i += 2) {
  simplifiedOf.set(traditionalPairs.charAt(i), traditionalPairs.charAt(i + 1));
}

/** Traditional characters of job texts to simplified ones. Same length as `text`. */
export function simplify(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) continue;
    const simple = simplifiedOf.get(text.charAt(i));
    if (simple === undefined) continue;
    folded += text.slice(kept, i) + simple;
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** What the rules match against: width folded and simplified; case kept. Same length as `text`. */
export function fold(text: string): string {
  return simplify(foldWidth(text));
}
