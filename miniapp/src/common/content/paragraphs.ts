import type { Change } from '@qihang/shared/revisions/contract';

export type Part = Change['parts'][number];

/** One line of a text in two versions, or how many lines in a row are the same in both. */
export type Paragraph =
  | { change: 'edited' | 'added' | 'removed'; place: number; parts: Part[] }
  | { change: 'same'; count: number };

const isBlank = (parts: readonly Part[]) => parts.every(({ text }) => text.trim() === '');

function changeOf(parts: readonly Part[]): 'same' | 'edited' | 'added' | 'removed' {
  const ops = new Set(parts.filter(({ text }) => text.trim() !== '').map(({ op }) => op));
  const [only] = ops;
  return ops.size === 1 && only ? only : 'edited';
}

/** The lines that a text is made of, each with its passages; blank ones are left out. */
function linesOf(parts: readonly Part[]): Part[][] {
  const lines: Part[][] = [[]];
  for (const { text, op } of parts)
    text.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines[lines.length - 1]?.push({ text: piece, op });
    });
  return lines.filter((line) => !isBlank(line));
}

/**
 * A comparison paragraph by paragraph: those that changed with their place in the newer text, and in between how many did not.
 */
export function paragraphsOf(parts: readonly Part[]): Paragraph[] {
  const all: Paragraph[] = [];
  let place = 0;
  for (const line of linesOf(parts)) {
    const change = changeOf(line);
    if (change !== 'removed') place++;
    const last = all[all.length - 1];
    if (change !== 'same') all.push({ change, place, parts: line });
    else if (last?.change === 'same') last.count++;
    else all.push({ change, count: 1 });
  }
  return all;
}

const lengthOf = (changes: readonly Change[], op: Part['op']) =>
  changes
    .flatMap(({ parts }) => parts)
    .reduce((n, part) => n + (part.op === op ? [...part.text.trim()].length : 0), 0);

/** `改了 2 处，删 14 字，加 31 字` */
export function sumWords(changes: readonly Change[]): string {
  const places = changes
    .flatMap(({ parts }) => paragraphsOf(parts))
    .filter(({ change }) => change !== 'same');
  const [removed, added] = [lengthOf(changes, 'removed'), lengthOf(changes, 'added')];
  return [`改了 ${places.length} 处`, removed > 0 && `删 ${removed} 字`, added > 0 && `加 ${added} 字`]
    .filter(Boolean)
    .join('，');
}
