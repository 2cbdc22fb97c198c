// The package has no types; the tests' own project finds them by this line.
/// <reference path="./turndown-plugin-gfm.d.ts" />
import { cleanText } from '@qihang/shared/text/clean';
import TurndownService from 'turndown';
import { tables, taskListItems } from 'turndown-plugin-gfm';
import { type PastedPicture, readPastedPage } from './pasted-page';

export interface PastedMarkdown {
  markdown: string;
  /** Pictures that came with their bytes, to be uploaded. */
  pictures: PastedPicture[];
  /** How many pictures cannot be had: they are files of the other program. */
  lost: number;
}

const converter = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  // A line break is one for our readers as it is.
  br: '',
});
converter.use([tables, taskListItems]);
converter.addRule('strikethrough', {
  filter: ['del', 's'],
  replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
});
// Counts and dashes at the start of a line are lists also in pasted prose, so those stay; only what would change words is escaped.
converter.escape = (text) =>
  text
    .replace(/([\\`*[\]|])/g, '\\$1')
    .replace(/(^|\s)_|_(?=\s|$)/g, (found) => found.replace('_', '\\_'))
    .replace(/^(#{1,6}\s|>)/, '\\$1')
    .replace(/~~/g, '\\~~');

/** Pasted HTML of 公众号, Word, WPS and web pages as Markdown. Only for H5: WeChat's clipboard has plain text only. */
export function htmlToMarkdown(html: string): PastedMarkdown {
  const { body, taken, lost } = readPastedPage(html);
  const markdown = converter.turndown(body).replace(/^([ \t]*(?:[-*+]|\d+\.)) {2,}/gm, '$1 ');
  return { markdown: cleanText(markdown).text, pictures: taken, lost };
}
