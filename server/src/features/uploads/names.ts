import { type UploadKind, uploadLimits } from '@qihang/shared/uploads/vocabulary';

const endings: Readonly<Record<UploadKind, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'png', 'webp', 'gif'],
  pdf: ['pdf'],
  word: ['docx'],
  excel: ['xlsx'],
  powerpoint: ['pptx'],
};

const words: Readonly<Record<UploadKind, string>> = {
  image: '图片',
  pdf: '附件',
  word: '附件',
  excel: '附件',
  powerpoint: '附件',
};

/** Controls, marks that turn the direction of writing, and what has no width. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
/** What a file system, a header or a page would read as something else. */
const special = /[\\/:*?"'<>|%;&`]/g;

/** A file's name as it can be shown and saved under, with an ending that says what the file is. */
export function nameOf(given: string, kind: UploadKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const plain = last
    .replace(unseen, '')
    .replace(special, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const [ending = ''] = endings[kind];
  const found = /^(.*)\.([A-Za-z0-9]{1,5})$/.exec(plain);
  const known = found !== null && endings[kind].includes((found[2] ?? '').toLowerCase());
  const stem = [...(known ? (found[1] ?? '') : plain)].slice(0, uploadLimits.name - 6).join('');
  return `${stem || words[kind]}.${known ? (found[2] ?? '').toLowerCase() : ending}`;
}

/** `Content-Disposition` of a download: plain letters for old programs, the name itself for others (RFC 6266, RFC 8187). */
export function attachmentOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
