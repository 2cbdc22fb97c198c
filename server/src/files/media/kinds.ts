import { MediaRefused } from './refused';

/** What a file is by its first bytes, of the kinds that are looked into. */
export type MediaType = 'jpeg' | 'png' | 'webp' | 'gif' | 'pdf' | 'zip';

type Test = (bytes: Buffer) => boolean;

const starts =
  (start: string, at = 0): Test =>
  (bytes) =>
    bytes.subarray(at, at + start.length).equals(Buffer.from(start, 'latin1'));

const all =
  (...tests: Test[]): Test =>
  (bytes) =>
    tests.every((test) => test(bytes));

const any =
  (...tests: Test[]): Test =>
  (bytes) =>
    tests.some((test) => test(bytes));

const brand = (...names: string[]): Test =>
  all(starts('ftyp', 4), any(...names.map((name) => starts(name, 8))));

/** What a browser would read as markup: UTF-8 or UTF-16, behind a mark, blanks, comments or a declaration. */
const markup =
  (pattern: RegExp): Test =>
  (bytes) => {
    const beginning = bytes.subarray(0, 4096).toString('latin1').replaceAll('\0', '');
    return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(beginning) && pattern.test(beginning);
  };

const taken: readonly (readonly [MediaType, Test])[] = [
  ['jpeg', starts('\xff\xd8\xff')],
  ['png', starts('\x89PNG\r\n\x1a\n')],
  ['gif', any(starts('GIF87a'), starts('GIF89a'))],
  ['webp', all(starts('RIFF'), starts('WEBP', 8))],
  ['pdf', starts('%PDF-')],
  ['zip', starts('PK\x03\x04')],
];

const oldOffice =
  '旧的 .doc、.xls、.ppt 可能带宏，加了密码的文件看不出里面有什么：请去掉密码，另存为 .docx、.xlsx、.pptx 或 PDF 再传';

/** What people try to send all the same, with what to do instead. */
const refused: readonly (readonly [Test, string])[] = [
  [markup(/<svg[\s>]/i), 'SVG 图片可能带脚本，请导出成 PNG 或 JPEG 再传'],
  [markup(/<(?:!doctype|html|head|body|script|iframe|\?xml)/i), '网页文件不能上传，请把链接写进正文'],
  [
    brand('heic', 'heix', 'hevc', 'heim', 'mif1', 'msf1'),
    '这是苹果手机的 HEIC 照片，请在相册里存成 JPEG，或截图后再传',
  ],
  [brand('avif', 'avis'), 'AVIF 图片还不能上传，请存成 JPEG 或 PNG 再传'],
  [any(starts('II*\0'), starts('MM\0*')), 'TIFF 图片不能上传，请存成 JPEG 或 PNG 再传'],
  [starts('BM'), 'BMP 图片不能上传，请存成 JPEG 或 PNG 再传'],
  [starts('\0\0\x01\0'), '图标文件不能上传，请存成 PNG 再传'],
  [
    any(starts('ftyp', 4), starts('\x1aE\xdf\xa3'), starts('OggS'), starts('ID3')),
    '视频和音频不能上传，请把链接写进正文',
  ],
  [any(starts('MZ'), starts('\x7fELF'), starts('#!')), '程序文件不能上传'],
  [starts('\xd0\xcf\x11\xe0'), oldOffice],
  [any(starts('Rar!'), starts('7z\xbc\xaf'), starts('\x1f\x8b')), '压缩包不能上传，请解开后一个个传'],
];

/** @throws MediaRefused with what to do instead */
export function mediaTypeOf(bytes: Buffer): MediaType {
  const found = taken.find(([, test]) => test(bytes));
  if (found) return found[0];
  const words = refused.find(([test]) => test(bytes))?.[1];
  throw new MediaRefused(
    'upload.unsupported-type',
    words ?? '只能上传 JPEG、PNG、WebP、GIF 图片，和 PDF、Word、Excel、PPT 文件',
  );
}
