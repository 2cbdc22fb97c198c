import { blocksOf } from '@qihang/server/markdown/blocks';
import { textOf } from '@qihang/server/markdown/text';
import { htmlToMarkdown } from '@/features/posts/editing/html-to-markdown';
import { visibleOf } from '../support/visible-text';
import { pastedPages } from './pasted/pages';

/** What a browser shows of the fragment, found without the code under test. */
function shownIn(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of Array.from(body.querySelectorAll('.unseen, script, style'))) unseen.remove();
  return visibleOf(body.textContent ?? '');
}

/** Marks of typed lists become those of Markdown, which blocks do not have in their text. */
const withoutBullets = (text: string) => text.replace(/[•✅➤]/g, '');

/** The first characters of `wanted` that are not in `text` in their order; empty when all are. */
function missing(wanted: string, text: string): string {
  let at = 0;
  for (const [index, character] of [...wanted].entries()) {
    const found = text.indexOf(character, at);
    if (found < 0) return [...wanted].slice(index, index + 12).join('');
    at = found + character.length;
  }
  return '';
}

describe('pasted HTML', () => {
  it('is tried with twenty fragments and more', () => {
    expect(pastedPages.length).toBeGreaterThanOrEqual(20);
  });

  it.each(pastedPages)('$from', ({ html, markdown }) => {
    const result = htmlToMarkdown(html).markdown;
    if (markdown !== undefined) expect(result).toBe(markdown);
    // What readers get to see of it has every visible character.
    expect(missing(withoutBullets(shownIn(html)), textOf(blocksOf(result)))).toBe('');
    expect(result).not.toMatch(/javascript:|<script|onerror|alert\(1\)|data:/i);
  });

  it('hands back pictures that came with their bytes, and counts those that are gone', () => {
    const { pictures, lost } = htmlToMarkdown(
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="二维码"><img src="file:///C:/a.png"><img src="data:image/svg+xml,x">',
    );
    expect(pictures).toEqual([{ data: 'data:image/png;base64,iVBORw0KGgo=', alt: '二维码' }]);
    expect(lost).toBe(1);
  });

  it('loads and runs nothing of what is pasted', () => {
    Object.assign(window, { ran: 0 });
    const requests = jest.spyOn(window.Image.prototype, 'src', 'set');
    htmlToMarkdown(
      '<img src="https://x.example/a.png" onerror="ran = 1"><script>ran = 1</script><svg onload="ran = 1">',
    );
    expect((window as unknown as { ran: number }).ran).toBe(0);
    expect(document.querySelectorAll('img, script, svg').length).toBe(0);
    requests.mockRestore();
  });
});
