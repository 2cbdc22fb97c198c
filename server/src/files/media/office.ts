import type { UploadKind } from '@qihang/shared/uploads/vocabulary';
import { UnreadableFileError } from '../input';
import { unzip } from '../zip';
import type { Made } from './made';
import { MediaRefused } from './refused';

/** All parts of a document, unpacked. Each is checked by itself, and only its XML is kept for a moment. */
const maxUnpacked = 120 * 1024 * 1024;

const mains: readonly { part: string; kind: UploadKind; ending: string; type: string }[] = [
  { part: 'word/document.xml', kind: 'word', ending: 'docx', type: 'wordprocessingml.document' },
  { part: 'xl/workbook.xml', kind: 'excel', ending: 'xlsx', type: 'spreadsheetml.sheet' },
  { part: 'ppt/presentation.xml', kind: 'powerpoint', ending: 'pptx', type: 'presentationml.presentation' },
];

/** Parts that run: macros, ActiveX, packed programs. */
const running =
  /vbaproject\.bin$|vbadata\.xml$|\/activex\/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|hta|lnk|scr|jar)$/;

/** A template that Word fetches from elsewhere when the document is opened, macros included. */
const foreignTemplate =
  /attachedTemplate[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External["'][^>]*attachedTemplate/i;

const unsafe = (what: string) =>
  new MediaRefused('upload.unsafe', `文件里有${what}，可能伤害打开它的人，请去掉后另存，或导出成 PDF 再传`);

function unpacked(bytes: Buffer): Map<string, Buffer> {
  try {
    return unzip(bytes, maxUnpacked);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new MediaRefused(
      'upload.unreadable',
      '这个文件读不出来：可能已损坏、加了密码，或解开后太大。请另存一份，或导出成 PDF 再传',
    );
  }
}

/**
 * A document of Word, Excel or PowerPoint as it is.
 * @throws MediaRefused for other archives, and for what may run
 */
export function officeOf(bytes: Buffer): Made {
  // An archive may end in a remark of any kind; that of a document is empty.
  if (!bytes.subarray(-22).subarray(0, 4).equals(Buffer.from('PK\x05\x06', 'latin1')))
    throw new MediaRefused('upload.unreadable', '这个文件读不出来，可能已损坏，请另存一份再传');
  const parts = unpacked(bytes);
  const types = parts.get('[content_types].xml')?.toString('utf8');
  const main = mains.find(({ part }) => parts.has(part));
  if (types === undefined || !main)
    throw new MediaRefused(
      'upload.unsupported-type',
      '压缩包不能上传，请解开后一个个传；Word、Excel、PPT 请存成 .docx、.xlsx、.pptx',
    );
  if (/macroEnabled/i.test(types) || [...parts.keys()].some((name) => running.test(name)))
    throw unsafe('宏或程序');
  if (
    [...parts].some(([name, part]) => name.endsWith('.rels') && foreignTemplate.test(part.toString('utf8')))
  )
    throw unsafe('从别处下载的模板');
  const type = `application/vnd.openxmlformats-officedocument.${main.type}`;
  return {
    kind: main.kind,
    width: null,
    height: null,
    files: [{ name: `file.${main.ending}`, type, width: null, bytes }],
  };
}
