import MarkdownIt, { type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

// HTML is off: what looks like a tag is text. Clients draw blocks, never markup. By CommonMark alone `**注意：**请` is no
// emphasis, since its rule of flanking looks for blanks that Chinese does not have.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(cjkFriendly);

/** Addresses of links that the parser would not make, since following them would run something. */
let refused: string[] = [];
const isSafe = parser.validateLink.bind(parser);
parser.validateLink = (address) => {
  if (isSafe(address)) return true;
  refused.push(address);
  return false;
};

/** The addresses of links in a text that stay text, as `javascript:…`. */
export function unsafeLinksIn(markdown: string): string[] {
  refused = [];
  parser.parse(markdown, {});
  const found = [...new Set(refused)];
  refused = [];
  return found;
}

/** Blocks inside of each other, at most. The parser leaves out what lies deeper, so such a text is refused instead. */
const deepest = 90;

/** A text that cannot be read as a whole; the message is for its author. */
export class UnreadableMarkdownError extends Error {}

/** A token with what stands between its opening and its closing one. */
export interface Node {
  token: Token;
  children: Node[];
}

/**
 * A Markdown text as a tree of its blocks; the runs of a line are in `token.children`.
 * @throws UnreadableMarkdownError for lists and quotations inside of each other without end
 */
export function treeOf(markdown: string): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of parser.parse(markdown, {})) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    if (token.level > deepest) throw new UnreadableMarkdownError('列表或引用套得太深，请减少层数');
    const node = { token, children: [] };
    open.at(-1)?.push(node);
    if (token.nesting > 0) open.push(node.children);
  }
  return root;
}
