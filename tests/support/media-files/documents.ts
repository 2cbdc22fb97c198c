import { deflateSync } from 'node:zlib';
import { type ArchiveEntry, archiveOf } from '../workbooks/archive';

const types = (main: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;

const mains = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const;

/** The parts of a document of Office, none of them more than it must be. */
export function officeParts(kind: keyof typeof mains, more: readonly ArchiveEntry[] = []): ArchiveEntry[] {
  const [main, type] = mains[kind];
  return [
    { name: '[Content_Types].xml', content: types(main, type) },
    { name: main, content: '<?xml version="1.0"?><root>岗位说明</root>' },
    ...more,
  ];
}

export const officeFile = (kind: keyof typeof mains, more: readonly ArchiveEntry[] = []): Buffer =>
  archiveOf(officeParts(kind, more));

/** A PDF of one page; `catalog` and `objects` are written into it as they are. */
export const pdfOf = (catalog = '', objects = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n${objects}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );

/** Objects of a PDF packed into a stream, where they cannot be read as they are. */
export const packedPdf = (objects: string): Buffer => {
  const packed = deflateSync(Buffer.from(objects)).toString('latin1');
  return pdfOf(
    '',
    `4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`,
  );
};
