import { type ArchiveEntry, archiveOf } from './archive';

const transitional = 'http://schemas.openxmlformats.org';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface SheetXml {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** What is inside `<worksheet>`. */
  xml: string;
  /** Addresses by the id under which the sheet refers to them. */
  links?: Record<string, string>;
}

export interface WorkbookXml {
  sheets: readonly SheetXml[];
  /** What is inside `<sst>`. */
  strings?: string;
  /** Format codes that styles from 1 on have; a number is one of the built-in formats. */
  formats?: readonly (string | number)[];
  date1904?: boolean;
  /** The namespaces of strict workbooks, and every element with a prefix. */
  strict?: boolean;
}

const relationship = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`;

function stylesXml(formats: readonly (string | number)[]): string {
  const custom = formats.flatMap((code, i) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`] : [],
  );
  const ids = formats.map((code, i) => (typeof code === 'string' ? 164 + i : code));
  // The styles that named ones build on come first, and are none of a cell's.
  return `<numFmts count="${custom.length}">${custom.join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs>`;
}

const prefixed = (xml: string) => xml.replace(/<(\/?)([A-Za-z])/g, '<$1x:$2');

/** The entries of a workbook, from its XML. */
export function entriesOf({ sheets, strings, formats = [], date1904, strict }: WorkbookXml): ArchiveEntry[] {
  const base = strict ? 'http://purl.oclc.org/ooxml' : transitional;
  const main = strict ? `${base}/spreadsheetml/main` : `${base}/spreadsheetml/2006/main`;
  const office = strict
    ? `${base}/officeDocument/relationships`
    : `${base}/officeDocument/2006/relationships`;
  const part = (name: string, inside: string) => {
    const spaces = `xmlns${strict ? ':x' : ''}="${main}" xmlns:r="${office}"`;
    const [open, close] = strict
      ? [`<x:${name} ${spaces}>`, `</x:${name}>`]
      : [`<${name} ${spaces}>`, `</${name}>`];
    return head + open + (strict ? prefixed(inside) : inside) + close;
  };
  const relations = (inside: readonly string[]) =>
    `${head}<Relationships xmlns="${transitional}/package/2006/relationships">${inside.join('')}</Relationships>`;
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="${transitional}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: relations([relationship('rId1', `${office}/officeDocument`, 'xl/workbook.xml')]),
    },
    {
      name: 'xl/workbook.xml',
      content: part(
        'workbook',
        `<workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map((_, i) =>
          relationship(`rId${i + 1}`, `${office}/worksheet`, `worksheets/sheet${i + 1}.xml`),
        ),
        relationship('rIdStyles', `${office}/styles`, 'styles.xml'),
        ...(strings === undefined
          ? []
          : [relationship('rIdStrings', `${office}/sharedStrings`, '/xl/sharedStrings.xml')]),
      ]),
    },
    { name: 'xl/styles.xml', content: part('styleSheet', stylesXml(formats)) },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: part('sst', strings) }]),
    ...sheets.flatMap(({ xml, links }, i) => [
      { name: `xl/worksheets/sheet${i + 1}.xml`, content: part('worksheet', xml) },
      ...(links
        ? [
            {
              name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
              content: relations(
                Object.entries(links).map(([id, url]) => relationship(id, `${office}/hyperlink`, url, true)),
              ),
            },
          ]
        : []),
    ]),
  ];
}

export const workbookOf = (workbook: WorkbookXml): Buffer => archiveOf(entriesOf(workbook));

/** A cell as a sheet holds it: a text, a number with the style of its format, or XML of its own without `r`. */
export type CellXml = string | number | null | { value: number | string; style: number } | { xml: string };

/** Letters of a column from 0. */
export const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26);

function cellXml(cell: CellXml, ref: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${ref}"`);
  return `<c r="${ref}" s="${cell.style}"><v>${cell.value}</v></c>`;
}

export const rowXml = (cells: readonly CellXml[], line: number, attributes = ''): string =>
  `<row r="${line}"${attributes}>${cells.map((cell, i) => cellXml(cell, `${lettersOf(i)}${line}`)).join('')}</row>`;

interface SheetExtras {
  merged?: readonly string[];
  /** Areas with an address by the id of `links`, or with XML attributes of their own. */
  hyperlinks?: Record<string, string>;
  hiddenRows?: readonly number[];
  /** XML of `<cols>`. */
  columns?: string;
}

/** The XML of a sheet from the texts and numbers of its cells. */
export function sheetXml(
  rows: readonly (readonly CellXml[])[],
  { merged = [], hyperlinks = {}, hiddenRows = [], columns = '' }: SheetExtras = {},
): string {
  const data = rows.map((cells, i) => rowXml(cells, i + 1, hiddenRows.includes(i + 1) ? ' hidden="1"' : ''));
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`);
  const links = Object.entries(hyperlinks).map(
    ([ref, attributes]) => `<hyperlink ref="${ref}" ${attributes}/>`,
  );
  return [
    columns && `<cols>${columns}</cols>`,
    `<sheetData>${data.join('')}</sheetData>`,
    merges.length > 0 && `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    links.length > 0 && `<hyperlinks>${links.join('')}</hyperlinks>`,
  ]
    .filter(Boolean)
    .join('');
}
