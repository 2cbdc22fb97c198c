import { inflateSync } from 'node:zlib';
import type { Made } from './made';
import { MediaRefused } from './refused';

/** One stream of objects, unpacked, and all of them together. */
const maxStream = 8 * 1024 * 1024;
const maxStreams = 64 * 1024 * 1024;

/** Names under which a PDF does something when it is opened, or carries other files. */
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|GoToE|ImportData|SubmitForm)(?![A-Za-z0-9])/;
const markup = /<(?:!doctype|html|head|body|script|svg|iframe|\?php)[\s>]/i;
/** How archives and pictures begin. */
const signatures = ['PK\x03\x04', '\xff\xd8\xff', '\x89PNG'];

/** `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

interface Parts {
  /** Everything but the content of streams. */
  outside: string;
  streams: { dictionary: string; body: Buffer }[];
}

/** Cuts at `stream` and `endstream`; a single pass over the bytes. */
function partsOf(bytes: Buffer): Parts {
  const outside: string[] = [];
  const streams: Parts['streams'] = [];
  let at = 0;
  for (;;) {
    const begin = bytes.indexOf('stream', at, 'latin1');
    const end = begin < 0 ? -1 : bytes.indexOf('endstream', begin, 'latin1');
    if (begin < 0 || end < 0) break;
    const before = bytes.subarray(at, begin).toString('latin1');
    outside.push(before);
    const from = begin + (bytes[begin + 6] === 0x0d ? 8 : 7);
    streams.push({ dictionary: before.slice(-2_000), body: bytes.subarray(from, end) });
    at = end + 'endstream'.length;
  }
  outside.push(bytes.subarray(at).toString('latin1'));
  return { outside: outside.join('\n'), streams };
}

/** Objects may lie packed in a stream, where names would not be seen. Encrypted ones do not unpack and cannot be looked into. */
function packedObjects({ streams }: Parts): string {
  let left = maxStreams;
  const texts: string[] = [];
  for (const { dictionary, body } of streams) {
    if (!plainNames(dictionary).includes('/ObjStm')) continue;
    try {
      const text = inflateSync(body, { maxOutputLength: Math.min(maxStream, left) }).toString('latin1');
      left -= text.length;
      texts.push(text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new MediaRefused('upload.unreadable', 'PDF 解开后太大，请重新导出或压缩后再传');
    }
    if (left <= 0) throw new MediaRefused('upload.unreadable', 'PDF 解开后太大，请重新导出或压缩后再传');
  }
  return texts.join('\n');
}

/**
 * A PDF as it is.
 * @throws MediaRefused for one that broke off, is something else as well, or does something when it is opened
 */
export function pdfOf(bytes: Buffer): Made {
  const tail = bytes.subarray(-1_024).toString('latin1');
  if (!/%%EOF\s*$/.test(tail))
    throw new MediaRefused('upload.unreadable', 'PDF 没有传完或已损坏，请重新导出后再传');
  const parts = partsOf(bytes);
  if (markup.test(parts.outside) || signatures.some((one) => parts.outside.includes(one)))
    throw new MediaRefused('upload.unsafe', 'PDF 里夹着别的文件，请重新导出后再传');
  if (active.test(plainNames(parts.outside)) || active.test(plainNames(packedObjects(parts))))
    throw new MediaRefused('upload.unsafe', 'PDF 里有脚本、程序或夹带的文件，请用“打印到 PDF”重新存一份再传');
  return {
    kind: 'pdf',
    width: null,
    height: null,
    files: [{ name: 'file.pdf', type: 'application/pdf', width: null, bytes }],
  };
}
