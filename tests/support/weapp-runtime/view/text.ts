import type { ViewNode } from './node';

/** Elements that flow within a line; each other one stands on lines of its own. */
const INLINE = new Set(['text', '#text', 'label', 'icon', 'image', 'switch', 'checkbox', 'radio', 'span']);

/** Whether a user could see the node: as far as that shows without styles. */
export function isHidden(node: ViewNode): boolean {
  return node.is('hidden') || /display:\s*none/.test(node.style);
}

/** What a reader of the page sees below `node`: one line a block, blanks collapsed, hidden parts left out. */
export function textOf(node: ViewNode): string {
  return collect(node)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function collect(node: ViewNode): string {
  if (node.text !== undefined) return node.text;
  if (isHidden(node)) return '';
  const inner = node.children.map(collect).join('');
  return INLINE.has(node.tag) ? inner : `\n${inner}\n`;
}

/** Text for comparison: all white space is one blank. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
