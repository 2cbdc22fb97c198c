import { maxColumns, maxLines, tooManyRows } from './bounds';
import { type CellNoteCode, UnreadableFileError } from './input';
import type { NumberFormat } from './number-format';
import { isLong, plainNumber, textOfIsoDate, textOfNumber } from './number-text';
import type { Cells } from './record';
import { checkedText, type Parts, relationsOf, unescaped } from './xlsx-parts';
import { attributeOf, readXml } from './xml';
import { brokenWorkbook } from './zip';

export interface SheetContent {
  rows: Cells[];
  hiddenColumns: number[];
}

interface Options {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  date1904: boolean;
  /** Characters that all cells together may have. */
  maxText: number;
}

interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

interface Address {
  line: number;
  column: number;
}

const tooWide = () => new UnreadableFileError(`表格超过 ${maxColumns} 列，请删去多余的列再导入`);
const tooMuch = () => new UnreadableFileError('表格里的字太多，请拆成几个文件');

/** Column from 0 and line from 1 of `$B$12`; undefined for what is no address. */
function addressOf(ref: string): Address | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(digits), column: column - 1 };
}

function areaOf(ref: string | undefined): Area | undefined {
  const [from, to] = (ref ?? '').split(':').map(addressOf);
  if (!from) return undefined;
  const last = to ?? from;
  return { top: from.line, left: from.column, bottom: last.line, right: last.column };
}

/** One more than the last column that a sheet can have, XFD. */
const lastColumn = 16_384;

const nothing: { text: string } = { text: '' };

const safeAddress = /^(?:https?:\/\/|mailto:)\S+$/i;
const maxAddress = 2_048;

const isAddress = (url: string) => url.length <= maxAddress && safeAddress.test(url);

// The address is a text, or another cell; more is not worked out here.
const linkFormula = /^\s*HYPERLINK\(\s*(?:"((?:[^"]|"")*)"|(\$?[A-Z]{1,3}\$?\d{1,7}))\s*(?:[,)]|$)/i;
const linkWords = /^\s*HYPERLINK\(\s*"(?:[^"]|"")*"\s*,\s*"((?:[^"]|"")*)"\s*\)\s*$/i;
// The longest that Excel takes.
const maxFormula = 8_192;

interface CellState extends Address {
  type: string;
  style: number;
  value: string;
  text: string;
  formula: string;
  hasFormula: boolean;
  shared: string | undefined;
}

/** Reads the cells of one sheet as they lie there, and then carries merged ones and addresses over. */
class SheetReader {
  private readonly rows: Cells[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly merges: Area[] = [];
  private readonly links: { area: Area; id: string | undefined; location: string | undefined }[] = [];
  /** Cells whose address is in another cell. */
  private readonly borrowed: { at: Address; from: Address }[] = [];
  /** Formulas that several cells share, with where they were written. */
  private readonly sharedFormulas = new Map<string, { formula: string; at: Address }>();
  private row: Cells | undefined;
  private line = 0;
  private column = -1;
  private cell: CellState | undefined;
  private into: 'value' | 'text' | 'formula' | undefined;
  private sounds = 0;
  private text = 0;
  private steps = 0;
  private allRowsHidden = false;

  constructor(
    private readonly all: Parts,
    private readonly part: string,
    private readonly options: Options,
  ) {}

  read(): SheetContent {
    const bytes = this.all.parts.get(this.part);
    if (!bytes) throw brokenWorkbook();
    readXml(
      bytes,
      {
        open: (name, attributes) => this.open(name, attributes),
        text: (text) => {
          if (this.cell && this.into && this.sounds === 0) this.cell[this.into] += text;
        },
        close: (name) => this.close(name),
      },
      this.all.maxElements,
    );
    this.applyLinks();
    for (const area of this.merges) this.carry(area);
    return { rows: this.rows, hiddenColumns: this.hiddenColumns };
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'sheetFormatPr':
        this.allRowsHidden = attributes.zeroHeight === '1' || attributes.zeroHeight === 'true';
        return;
      case 'col':
        this.openColumns(attributes);
        return;
      case 'row':
        this.openRow(attributes);
        return;
      case 'c':
        this.openCell(attributes);
        return;
      case 'v':
        this.into = 'value';
        return;
      case 't':
        if (this.cell) this.into = 'text';
        return;
      case 'f':
        this.openFormula(attributes);
        return;
      case 'rPh':
        this.sounds += 1;
        return;
      case 'mergeCell': {
        const area = areaOf(attributes.ref);
        if (area) this.merges.push(area);
        return;
      }
      case 'hyperlink': {
        const area = areaOf(attributes.ref);
        if (area) this.links.push({ area, id: attributeOf(attributes, 'id'), location: attributes.location });
      }
    }
  }

  private openColumns({ min, max, hidden }: Readonly<Record<string, string>>): void {
    if (hidden !== '1' && hidden !== 'true') return;
    const last = Math.min(Number(max), maxColumns);
    for (let column = Math.max(1, Number(min)); column <= last; column += 1) {
      if (this.hiddenColumns.length < maxColumns) this.hiddenColumns.push(column - 1);
    }
  }

  private openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const line = r === undefined ? this.line + 1 : Number(r);
    if (!Number.isInteger(line) || line <= this.line) throw brokenWorkbook();
    this.line = line;
    this.column = -1;
    const isHidden = hidden === '1' || hidden === 'true' || (this.allRowsHidden && hidden === undefined);
    this.row = { line, cells: [], ...(isHidden ? { hidden: true as const } : {}) };
  }

  private openCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? undefined : addressOf(r);
    const column = at ? at.column : this.column + 1;
    if ((r !== undefined && at?.line !== this.line) || column <= this.column || column >= lastColumn) {
      throw brokenWorkbook();
    }
    this.column = column;
    // Field by field: there may be a million of them.
    this.cell = {
      line: this.line,
      column,
      type: t,
      style: s === undefined ? 0 : Number(s),
      value: '',
      text: '',
      formula: '',
      hasFormula: false,
      shared: undefined,
    };
  }

  private openFormula({ t, si }: Readonly<Record<string, string>>): void {
    if (!this.cell) return;
    this.into = 'formula';
    this.cell.hasFormula = true;
    if (t === 'shared') this.cell.shared = si;
  }

  private close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.into = undefined;
    else if (name === 'rPh') this.sounds -= 1;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') {
      if (this.row && this.row.cells.length > 0) this.rows.push(this.row);
      this.row = undefined;
    }
  }

  private closeCell(): void {
    const { cell, row } = this;
    this.cell = undefined;
    if (!cell || !row) return;
    const formula = cell.hasFormula ? this.formulaOf(cell) : undefined;
    const { text, note } = this.textOf(cell, formula);
    if (text.trim() === '' && !note) return;
    if (cell.column >= maxColumns) throw tooWide();
    if (cell.line > maxLines) throw tooManyRows();
    this.put(row, cell.column, text);
    if (note) {
      row.notes ??= [];
      row.notes.push([cell.column, ...note]);
    }
    if (formula !== undefined) this.linkByFormula(cell, formula, row);
  }

  private put(row: Cells, column: number, text: string): void {
    this.text += text.length;
    if (this.text > this.options.maxText) throw tooMuch();
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  }

  /** The formula of a cell with where it was written, from which addresses in it are counted. */
  private formulaOf({ formula, shared, line, column }: CellState): { formula: string; at: Address } {
    const own = { formula: formula.length > maxFormula ? '' : formula, at: { line, column } };
    if (shared === undefined) return own;
    if (formula !== '') this.sharedFormulas.set(shared, own);
    return this.sharedFormulas.get(shared) ?? own;
  }

  private textOf(
    { type, style, value, text, hasFormula }: CellState,
    formula: { formula: string } | undefined,
  ): { text: string; note?: [CellNoteCode, string] } {
    switch (type) {
      case 's': {
        const shared = value.trim() === '' ? '' : this.options.strings[Number(value)];
        if (shared === undefined) throw brokenWorkbook();
        return { text: shared };
      }
      case 'inlineStr':
        return { text: checkedText(unescaped(text)) };
      case 'str': {
        const shown = checkedText(unescaped(value));
        // What WPS writes for a picture in a cell.
        return /^=?DISPIMG\(/.test(shown) ? { text: '', note: ['picture', ''] } : { text: shown };
      }
      case 'b':
        return { text: value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE' };
      case 'e':
        if (/^\s*(?:_xlfn\.)?DISPIMG\(/.test(formula?.formula ?? ''))
          return { text: '', note: ['picture', ''] };
        return { text: '', note: ['error-value', checkedText(value)] };
      case 'd':
        return { text: textOfIsoDate(checkedText(value)) };
    }
    if (value.trim() === '') {
      if (!hasFormula) return nothing;
      const words = linkWords.exec(formula?.formula ?? '')?.[1];
      if (words !== undefined) return { text: checkedText(words.replaceAll('""', '"')) };
      return { text: '', note: ['uncalculated', ''] };
    }
    const number = Number(value);
    if (!Number.isFinite(number)) return { text: checkedText(value) };
    const format = this.options.formats[style] ?? { kind: 'plain' };
    const shown = textOfNumber(number, format, this.options.date1904);
    return isLong(number) ? { text: shown, note: ['long-number', plainNumber(number)] } : { text: shown };
  }

  private linkByFormula(
    at: Address,
    { formula, at: written }: { formula: string; at: Address },
    row: Cells,
  ): void {
    const [, literal, ref] = linkFormula.exec(formula) ?? [];
    const url = literal?.replaceAll('""', '"');
    if (url !== undefined && isAddress(url)) addLink(row, at.column, url);
    const from = ref === undefined ? undefined : addressOf(ref.toUpperCase());
    if (!from || ref === undefined) return;
    // A formula filled down means the cell as far away as where it was written.
    const [columnFixed, lineFixed] = [ref.startsWith('$'), ref.lastIndexOf('$') > 0];
    this.borrowed.push({
      at,
      from: {
        line: lineFixed ? from.line : from.line + at.line - written.line,
        column: columnFixed ? from.column : from.column + at.column - written.column,
      },
    });
  }

  /** The first row from `line` on; rows lie in order. */
  private indexFrom(line: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle] as Cells).line < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private rowAt(line: number): Cells | undefined {
    const row = this.rows[this.indexFrom(line)];
    return row?.line === line ? row : undefined;
  }

  /** Rows of an area that have anything in them. Areas may lie over one another, so what all of them cover is bounded. */
  private *rowsIn({ top, left, bottom, right }: Area): Generator<Cells> {
    for (let i = this.indexFrom(top); i < this.rows.length; i += 1) {
      const row = this.rows[i] as Cells;
      if (row.line > bottom) return;
      this.steps += 1 + Math.max(0, Math.min(right, maxColumns) - left);
      if (this.steps > maxColumns * maxLines) throw tooMuch();
      yield row;
    }
    this.steps += 1;
  }

  private applyLinks(): void {
    const relations = this.links.length > 0 ? relationsOf(this.all, this.part) : new Map();
    for (const { area, id, location } of this.links) {
      const relation = relations.get(id ?? '');
      if (!relation) continue;
      // What follows # is kept apart.
      const url = location ? `${relation.target}#${location}` : relation.target;
      if (!isAddress(url)) continue;
      for (const row of this.rowsIn(area)) {
        for (let column = area.left; column <= Math.min(area.right, row.cells.length - 1); column += 1) {
          if (row.cells[column] !== '') addLink(row, column, url);
        }
      }
    }
    for (const { at, from } of this.borrowed) {
      const url = this.rowAt(from.line)?.cells[from.column]?.trim() ?? '';
      const row = this.rowAt(at.line);
      if (row && isAddress(url)) addLink(row, at.column, url);
    }
  }

  /** Gives the value of a merged cell to all cells that it covers, in rows that have anything of their own. */
  private carry(area: Area): void {
    const { top, left, right } = area;
    const anchor = this.rowAt(top);
    const value = anchor?.cells[left] ?? '';
    const link = anchor?.links?.find(([column]) => column === left)?.[1];
    const last = Math.min(right, maxColumns - 1);
    for (const row of this.rowsIn(area)) {
      if (last > left) {
        row.spans ??= [];
        row.spans.push([left, last]);
      }
      if (value === '') continue;
      for (let column = left; column <= last; column += 1) {
        if ((row.cells[column] ?? '') !== '') continue;
        this.put(row, column, value);
        if (link !== undefined) addLink(row, column, link);
        if (row.line === top) continue;
        row.carried ??= [];
        row.carried.push(column);
      }
    }
  }
}

function addLink(row: Cells, column: number, url: string): void {
  row.links ??= [];
  if (!row.links.some(([one]) => one === column)) row.links.push([column, url]);
}

/** @throws UnreadableFileError for a sheet that is broken or larger than its bounds */
export const readSheet = (all: Parts, part: string, options: Options): SheetContent =>
  new SheetReader(all, part, options).read();
