import { withoutInvisible } from '@qihang/shared/text/invisible';
import { withoutTracking } from '@qihang/shared/text/link';

/** A picture that was pasted with its bytes: it can be uploaded, and cannot stay in the text. */
export interface PastedPicture {
  data: string;
  alt: string;
}

const gone =
  'script,style,meta,link,title,template,noscript,iframe,object,embed,video,audio,canvas,svg,map,form > input,select,head';

const styleOf = (element: Element) => (element.getAttribute('style') ?? '').toLowerCase();

const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)|mso-hide\s*:\s*all)/;
/** Without height and cut off; WeChat hides the words that search engines are to find so. */
const cutOff = /(?:^|;)\s*(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|$)/;

function isHidden(element: Element): boolean {
  const style = styleOf(element);
  return (
    element.hasAttribute('hidden') ||
    hiddenStyle.test(style) ||
    (cutOff.test(style) && /overflow\s*:\s*hidden/.test(style))
  );
}

function rename(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  while (element.firstChild) other.append(element.firstChild);
  element.replaceWith(other);
  return other;
}

function unwrap(element: Element): void {
  element.replaceWith(...Array.from(element.childNodes));
}

const all = (root: ParentNode, selector: string) => Array.from(root.querySelectorAll(selector));

function dropHidden(body: Element): void {
  for (const element of all(body, gone)) element.remove();
  for (const element of all(body, '*')) if (isHidden(element)) element.remove();
  const walker = body.ownerDocument.createTreeWalker(body, 128 /* comments, among them Word's conditions */);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

const blockName =
  /^(?:P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|H[1-6]|UL|OL|LI|TABLE|BLOCKQUOTE|PRE|HR|FIGURE|FIGCAPTION|DL|DT|DD|CENTER)$/;
const holdsBlocks = (element: Element) => all(element, '*').some(({ nodeName }) => blockName.test(nodeName));

/** Marks that are written as styles, as editors of 公众号 and Google Docs do, become elements. */
function marksFromStyles(body: Element): void {
  for (const element of all(body, 's,strike')) rename(element, 'del');
  for (const element of all(body, 'b,strong'))
    if (/(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)/.test(styleOf(element))) unwrap(element);
  for (const element of all(body, 'span,font,u,ins,o\\:p')) {
    const style = styleOf(element);
    const marks = [
      /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)/.test(style) &&
        !element.closest('b,strong,h1,h2,h3,h4,h5,h6') &&
        'strong',
      /(?:^|;)\s*text-decoration[^;]*line-through/.test(style) && !element.closest('del') && 'del',
    ].filter((mark) => mark !== false);
    if (marks.length > 0 && !holdsBlocks(element))
      for (const mark of marks) {
        const inner = element.ownerDocument.createElement(mark);
        while (element.firstChild) inner.append(element.firstChild);
        element.append(inner);
      }
    unwrap(element);
  }
  // Bold around blocks bolds nothing in Markdown, and a heading is bold by itself.
  for (const element of all(body, 'b,strong,em,i,del')) if (holdsBlocks(element)) unwrap(element);
  for (const element of all(
    body,
    'h1 b,h1 strong,h2 b,h2 strong,h3 b,h3 strong,h4 b,h4 strong,h5 b,h5 strong,h6 b,h6 strong',
  ))
    unwrap(element);
  // Neighbours of the same mark are one: **招****聘** would show its marks.
  for (const element of all(body, 'strong,b,em,i,del')) {
    if (!element.isConnected) continue;
    let next = element.nextSibling;
    while (next?.nodeName === element.nodeName) {
      while (next.firstChild) element.append(next.firstChild);
      next.parentNode?.removeChild(next);
      next = element.nextSibling;
    }
    if (element.parentElement?.closest('strong,b') && /^(?:B|STRONG)$/.test(element.nodeName))
      unwrap(element);
  }
}

/** Word and WPS write a list as paragraphs with the bullet in front. */
function wordLists(body: Element): void {
  const isItem = (element: Element | null): element is Element =>
    element !== null && /mso-list\s*:\s*l\d/.test(styleOf(element));
  for (const first of all(body, 'p,div,h1,h2,h3,h4,h5,h6').filter(isItem)) {
    if (!first.isConnected || first.closest('li')) continue;
    if (/^H[1-6]$/.test(first.nodeName)) continue;
    const stack: { level: number; list: Element }[] = [];
    let element: Element | null = first;
    const place = body.ownerDocument.createComment('');
    first.before(place);
    const top: Element[] = [];
    while (isItem(element) && !/^H[1-6]$/.test(element.nodeName)) {
      const following: Element | null = element.nextElementSibling;
      const level = Number(/level(\d)/.exec(styleOf(element))?.[1] ?? 1);
      const marker = all(element, '[style]').find((one) => /mso-list\s*:\s*ignore/.test(styleOf(one)));
      const mark = marker?.textContent?.replace(/[\s\u00a0]/g, '') ?? '';
      marker?.remove();
      while ((stack.at(-1)?.level ?? 0) > level) stack.pop();
      if ((stack.at(-1)?.level ?? 0) < level) {
        const list = body.ownerDocument.createElement(
          /[0-9a-z一二三四五六七八九十]/i.test(mark) && mark !== 'o' && mark !== 'l' && mark !== 'n'
            ? 'ol'
            : 'ul',
        );
        const parent = stack.at(-1)?.list.lastElementChild;
        if (parent) parent.append(list);
        else top.push(list);
        stack.push({ level, list });
      }
      const item = rename(element, 'li');
      stack.at(-1)?.list.append(item);
      element = following;
    }
    place.replaceWith(...top);
  }
}

const webAddress = /^https?:\/\//i;
const pageImage = ['data-src', 'data-original', 'data-actualsrc', 'data-backsrc', 'src'];

/** Pictures by the address that they are loaded from later; those with their bytes are handed back, the rest is named. */
function pictures(body: Element): { taken: PastedPicture[]; lost: number } {
  const taken: PastedPicture[] = [];
  let lost = 0;
  for (const image of all(body, 'img')) {
    const addresses = pageImage.flatMap((name) => image.getAttribute(name)?.trim() || []);
    const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
    const dot = ['width', 'height'].some((name) => /^[01](?:px)?$/.test(image.getAttribute(name) ?? ''));
    const web = addresses.find((address) => webAddress.test(address) || address.startsWith('//'));
    const data = addresses.find((address) => /^data:image\/(?:png|jpe?g|webp|gif);base64,/i.test(address));
    const src = web?.startsWith('//') ? `https:${web}` : web;
    if (dot) image.remove();
    else if (src) {
      for (const { name } of Array.from(image.attributes)) image.removeAttribute(name);
      image.setAttribute('src', src);
      image.setAttribute('alt', /^(?:图片|image|img|pic)$/i.test(alt) ? '' : alt);
      // Two pictures in a paragraph are two blocks.
      image.after(body.ownerDocument.createElement('br'));
    } else {
      if (data) taken.push({ data, alt });
      else if (addresses.some((address) => !address.startsWith('data:'))) lost += 1;
      image.replaceWith(body.ownerDocument.createTextNode(alt));
    }
  }
  return { taken, lost };
}

function links(body: Element): void {
  for (const link of all(body, 'a')) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser reads past them, and `java\tscript:` runs.
    const address = (link.getAttribute('href') ?? '').replace(/[\s\u0000-\u001f]/g, '');
    const href = address.startsWith('//') ? `https:${address}` : address;
    const words = (link.textContent ?? '').trim();
    if (words === '' && !link.querySelector('img')) link.remove();
    else if (webAddress.test(href)) link.setAttribute('href', withoutTracking(href));
    else if (/^(?:mailto:[^\s@]+@|tel:[+\d])/i.test(href)) link.setAttribute('href', href);
    else unwrap(link);
    link.removeAttribute('title');
  }
}

/** What stands in a cell, on one line. */
function cellContent(cell: Element): Node[] {
  const copy = cell.cloneNode(true) as Element;
  for (const element of all(copy, 'br,li,p,div,section,tr,td,th,h1,h2,h3,h4,h5,h6'))
    element.before(copy.ownerDocument.createTextNode(' '));
  for (const element of all(copy, '*'))
    if (!/^(?:STRONG|B|EM|I|DEL|S|A|IMG|CODE)$/.test(element.nodeName)) unwrap(element);
  return Array.from(copy.childNodes);
}

const span = (cell: Element, name: string) =>
  Math.min(50, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

/** Tables as Markdown has them: each cell on one line, merged cells as one and empty ones, a row of heads. */
function tables(body: Element): void {
  const { ownerDocument } = body;
  // The outermost first: what stands in a cell becomes its words.
  for (const table of all(body, 'table').filter((one) => !one.parentElement?.closest('table'))) {
    const rows = all(table, 'tr').filter((row) => row.closest('table') === table);
    const grid: Node[][][] = [];
    rows.forEach((row, y) => {
      grid[y] ??= [];
      let x = 0;
      for (const cell of Array.from(row.children).filter(({ nodeName }) => /^T[DH]$/.test(nodeName))) {
        while (grid[y]?.[x]) x += 1;
        for (let down = 0; down < span(cell, 'rowspan') && y + down < rows.length; down += 1)
          for (let right = 0; right < span(cell, 'colspan'); right += 1) {
            grid[y + down] ??= [];
            const line = grid[y + down] as Node[][];
            line[x + right] = down === 0 && right === 0 ? cellContent(cell) : [];
          }
        x += span(cell, 'colspan');
      }
    });
    const width = Math.max(0, ...grid.map((line) => line.length));
    const caption = Array.from(table.children).find(({ nodeName }) => nodeName === 'CAPTION');
    if (caption) table.before(rename(caption, 'p'));
    if (width <= 1) {
      // A frame around words, not a table.
      const frame = ownerDocument.createElement('div');
      for (const row of rows)
        for (const cell of Array.from(row.children)) {
          const part = ownerDocument.createElement('div');
          part.append(...Array.from(cell.childNodes));
          frame.append(part);
        }
      table.replaceWith(frame);
      tables(frame);
      continue;
    }
    const made = ownerDocument.createElement('table');
    const head = ownerDocument.createElement('thead');
    const rest = ownerDocument.createElement('tbody');
    grid.forEach((line, y) => {
      const row = ownerDocument.createElement('tr');
      for (let x = 0; x < width; x += 1) {
        const cell = ownerDocument.createElement(y === 0 ? 'th' : 'td');
        cell.append(...(line[x] ?? []));
        row.append(cell);
      }
      (y === 0 ? head : rest).append(row);
    });
    made.append(head, rest);
    table.replaceWith(made);
  }
}

/** Elements that Markdown does not know by what they show. */
function plainElements(body: Element): void {
  for (const element of all(body, 'dt')) rename(element, 'p');
  for (const element of all(body, 'dd')) rename(element, 'p');
  for (const element of all(body, 'textarea,button,label')) unwrap(element);
  // An item on one line is one in Markdown, too, whatever it is wrapped in.
  for (const element of all(body, 'li > p, li > div, li > section')) {
    if (holdsBlocks(element)) continue;
    const next = element.nextElementSibling;
    if (next && /^(?:P|DIV|SECTION)$/.test(next.nodeName))
      element.after(body.ownerDocument.createElement('br'));
    unwrap(element);
  }
  for (const element of all(body, 'h1')) rename(element, 'h2');
  for (const element of all(body, 'h4,h5,h6')) rename(element, 'h3');
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* text */);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.nodeValue || text.parentElement?.closest('pre')) continue;
    text.nodeValue = withoutInvisible(text.nodeValue).replace(
      /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g,
      ' ',
    );
  }
}

/**
 * The readable part of pasted HTML, made plain for the converter. It is parsed into a document of its own, in which nothing runs and
 * nothing is loaded.
 */
export function readPastedPage(html: string) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  wordLists(body);
  dropHidden(body);
  marksFromStyles(body);
  links(body);
  const { taken, lost } = pictures(body);
  tables(body);
  plainElements(body);
  return { body, taken, lost };
}
