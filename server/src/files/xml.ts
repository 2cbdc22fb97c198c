import { SaxesParser } from 'saxes';
import { maxCell, tooLongText } from './bounds';
import { UnreadableFileError } from './input';
import { brokenWorkbook } from './zip';

/** What happens on the way through a document. Names come without their prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const chunkLength = 64 * 1024;
// Rich text in a cell is at 8; extensions of newer versions go a little deeper.
const maxDepth = 64;
const maxAttributes = 200;
// What a cell holds, with each of its characters escaped.
const maxText = 8 * maxCell;

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const encodingOf = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/**
 * Goes through a part of a workbook in one pass; memory stays bounded by its longest text. Nothing is fetched, and nothing
 * declared in the document is expanded: one with a DOCTYPE is refused.
 * @throws UnreadableFileError for what is no XML, or has more than `maxElements` elements
 */
export function readXml(bytes: Buffer, visitor: XmlVisitor, maxElements: number): void {
  const parser = new SaxesParser();
  const decoder = new TextDecoder(encodingOf(bytes));
  let depth = 0;
  let elements = 0;
  let attributesOfTag = 0;
  parser.on('doctype', () => {
    throw brokenWorkbook();
  });
  parser.on('attribute', () => {
    attributesOfTag += 1;
    if (attributesOfTag > maxAttributes) throw brokenWorkbook();
  });
  parser.on('opentag', ({ name, attributes }) => {
    attributesOfTag = 0;
    depth += 1;
    elements += 1;
    if (depth > maxDepth) throw brokenWorkbook();
    if (elements > maxElements) throw new UnreadableFileError('表格太大，请拆成几个文件，或另存为 CSV');
    visitor.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    visitor.close?.(localName(name));
  });
  const takeText = (text: string) => {
    if (text.length > maxText) throw tooLongText();
    visitor.text?.(text);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  try {
    for (let at = 0; at < bytes.length; at += chunkLength) {
      parser.write(decoder.decode(bytes.subarray(at, at + chunkLength), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof UnreadableFileError ? error : brokenWorkbook();
  }
}

/** An attribute whatever its prefix, which differs between writers: `r:id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = name in attributes ? name : Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}
