import { maxCell, tooLongText } from './bounds';
import { formatOf, type NumberFormat } from './number-format';
import { attributeOf, readXml } from './xml';
import { brokenWorkbook } from './zip';

export interface Relation {
  type: string;
  target: string;
  external: boolean;
}

/** Parts of an unpacked workbook by name, and how many elements one may have. */
export interface Parts {
  parts: ReadonlyMap<string, Buffer>;
  maxElements: number;
}

/** `xl/worksheets/_rels/sheet1.xml.rels` of `xl/worksheets/sheet1.xml` */
function relationsPath(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** The name of the part that a relation of `from` points to; names are compared in lower case. */
export function partOf(from: string, target: string): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const path: string[] = [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/').toLowerCase();
}

/** What a part refers to, by id. `type` is the last word of its kind, which strict and older workbooks have in common. */
export function relationsOf({ parts, maxElements }: Parts, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const bytes = parts.get(relationsPath(part));
  if (!bytes) return relations;
  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name !== 'Relationship') return;
        const { Id, Type = '', Target = '', TargetMode } = attributes;
        if (Id === undefined) return;
        const type = Type.slice(Type.lastIndexOf('/') + 1);
        relations.set(Id, { type, target: Target, external: TargetMode === 'External' });
      },
    },
    maxElements,
  );
  return relations;
}

export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
}

export interface Workbook {
  sheets: SheetPart[];
  /** Whether days are counted from 1904. */
  date1904: boolean;
  strings: string | undefined;
  styles: string | undefined;
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true';

const workbookPart = 'xl/workbook.xml';

/** The sheets of a workbook and where its parts are. Charts and dialogs are no sheets. */
export function workbookOf(all: Parts): Workbook {
  const main = [...relationsOf(all, '').values()].find(({ type }) => type === 'officeDocument');
  const part = main ? partOf('', main.target) : workbookPart;
  const bytes = all.parts.get(part);
  if (!bytes) throw brokenWorkbook();
  const relations = relationsOf(all, part);
  const partOfType = (type: string) => {
    const relation = [...relations.values()].find((one) => one.type === type);
    return relation && partOf(part, relation.target);
  };
  const sheets: SheetPart[] = [];
  let date1904 = false;
  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
        if (name !== 'sheet') return;
        const relation = relations.get(attributeOf(attributes, 'id') ?? '');
        if (relation?.type !== 'worksheet' || relation.external) return;
        const hidden = ['hidden', 'veryHidden'].includes(attributes.state ?? '');
        sheets.push({ name: attributes.name ?? '', hidden, part: partOf(part, relation.target) });
      },
    },
    all.maxElements,
  );
  return { sheets, date1904, strings: partOfType('sharedStrings'), styles: partOfType('styles') };
}

/** Text that a spreadsheet wrote: `_x000D_` is a character that XML does not hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** @throws UnreadableFileError for more than a cell can hold */
export function checkedText(text: string): string {
  if (text.length > maxCell) throw tooLongText();
  return text;
}

/** The texts that cells refer to by number. Of rich text the runs are joined, the sounds beside Japanese words left out. */
export function sharedStringsOf({ parts, maxElements }: Parts, part: string | undefined): string[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  const strings: string[] = [];
  if (!bytes) return strings;
  let text = '';
  let inText = false;
  let sounds = 0;
  readXml(
    bytes,
    {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') sounds += 1;
        else if (name === 't') inText = sounds === 0;
      },
      text(piece) {
        if (inText) text += piece;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') sounds -= 1;
        else if (name === 'si') strings.push(checkedText(unescaped(text)));
      },
    },
    maxElements,
  );
  return strings;
}

/** The number formats of the styles that cells refer to by number. */
export function formatsOf({ parts, maxElements }: Parts, part: string | undefined): NumberFormat[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  if (!bytes) return [];
  const codes = new Map<number, string>();
  const known = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  readXml(
    bytes,
    {
      open(name, { numFmtId, formatCode }) {
        if (name === 'cellXfs') inCells = true;
        else if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
        else if (name === 'xf' && inCells) {
          const id = Number(numFmtId ?? 0);
          const format = known.get(id) ?? formatOf(id, codes.get(id));
          known.set(id, format);
          formats.push(format);
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
    },
    maxElements,
  );
  return formats;
}
