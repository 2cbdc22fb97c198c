import { withoutInvisible } from './invisible';

const wide =
  /[\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f][\udc00-\udfff]|[\u2014\u2018\u2019\u201c\u201d\u2026]/g;

// Letters and digits of other scripts; phones that we support know no property escapes.
const letter = /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\ua4d0-\uabff]/;

/**
 * 字数 as word processors count it: each Chinese character and each Chinese punctuation mark is one, a run of other characters
 * without a blank (a word, a number, an address) is one.
 */
export function countWords(text: string): number {
  const chinese = text.match(wide)?.length ?? 0;
  const rest = text.replace(wide, ' ').split(/\s+/);
  return chinese + rest.filter((run) => letter.test(run)).length;
}

/** What readers get to read of a Markdown text, without its marks and addresses; for counting, not for showing. */
export const wordsOfMarkdown = (markdown: string): string =>
  withoutInvisible(markdown)
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/!?\[((?:[^\]\\]|\\.)*)\]\([^()\n]*\)/g, '$1')
    .replace(
      /^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+(?:\[!\w+\])?|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?)/gm,
      '',
    )
    .replace(/^[ \t]*\|?[ \t]*:?-{2,}[-|: \t]*$/gm, '')
    .replace(/[*_~`|\\]/g, (mark) => (mark === '|' ? ' ' : ''));

/** 字数 of an article in Markdown. */
export const countMarkdownWords = (markdown: string): number => countWords(wordsOfMarkdown(markdown));
