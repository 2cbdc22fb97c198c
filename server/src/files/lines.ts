import { UnreadableFileError } from './input';
import { chunksOf, type FileSource } from './source';

export interface Line {
  number: number;
  /** Null when the line is longer than anything a job can hold. */
  text: string | null;
}

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const maxLineLength = 1_000_000;
// Cells may have line breaks, and tables blank lines; so many of either have no table.
const maxBlankLines = 100_000;
const replacement = '\ufffd';

/**
 * Excel on Chinese Windows saves CSV as GB18030 without a mark. A text is taken as UTF-8 unless more than a tenth of
 * what is not ASCII would be unreadable, so that a single broken byte does not turn a whole file into nonsense.
 */
async function detectEncoding(source: FileSource): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8');
  let foreign = 0;
  let unreadable = 0;
  let first = true;
  for await (const chunk of chunksOf(source)) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
    first = false;
    const text = decoder.decode(chunk, { stream: true });
    for (let i = 0; i < text.length; i += 1) {
      if (text.charCodeAt(i) < 0x80) continue;
      foreign += 1;
      if (text[i] === replacement) unreadable += 1;
    }
  }
  return unreadable * 10 > foreign ? 'gb18030' : 'utf-8';
}

async function* decode(source: FileSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(await detectEncoding(source));
  for await (const chunk of chunksOf(source)) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** The lines of a text file one by one, whatever its encoding and line ends; memory stays bounded by one line. */
export async function* linesOf(source: FileSource): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  let overlong = false;
  let blank = 0;
  const take = (text: string): Line => {
    number += 1;
    if (text.trim() === '') blank += 1;
    if (blank > maxBlankLines) throw new UnreadableFileError('空行太多，请删去空行再导入');
    const line = { number, text: overlong || text.length > maxLineLength ? null : text };
    overlong = false;
    return line;
  };
  for await (const part of decode(source)) {
    // A chunk may end between \r and \n.
    const text = rest + part;
    const end = text.endsWith('\r') ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + text.slice(end);
    for (const line of lines) yield take(line);
    if (rest.length > maxLineLength) {
      overlong = true;
      rest = '';
    }
  }
  if (rest !== '' || overlong) yield take(rest.replace(/\r$/, ''));
}
