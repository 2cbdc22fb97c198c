import multipart from '@fastify/multipart';
import type { ErrorCode } from '@qihang/shared/contract/errors';
import type { FileKind, Upload, UploadedFile } from '@qihang/shared/contract/route';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { AppError } from '../errors';
import { limits } from './limits';

declare module 'fastify' {
  interface FastifyContextConfig {
    upload?: Upload | undefined;
  }
}

/** In a scope of its own: every other route goes on refusing forms, which a foreign page could send. */
export function mountUpload(app: FastifyInstance, route: RouteOptions): void {
  app.register(async (scope) => {
    await scope.register(multipart);
    scope.route(route);
  });
}

const kindNames: Record<FileKind, string> = {
  text: 'CSV 等文本',
  xlsx: 'Excel 表格（.xlsx）',
  media: '图片、PDF 和 Office 文件',
};

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

const hasEntry = (zip: Buffer, name: string) => zip.includes(name, 0, 'latin1');

/** What a file is by its bytes, whatever it is called; undefined for anything no route takes. */
export function kindOfFile(bytes: Buffer): Exclude<FileKind, 'media'> | undefined {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return hasEntry(bytes, 'xl/workbook') ? 'xlsx' : undefined;
  // UTF-16 with its mark, as some spreadsheets save text, is full of zeros.
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text';
  // Text has no NUL and hardly any other control characters; pictures, PDFs and old workbooks have.
  const beginning = bytes.subarray(0, 8192);
  const controls = beginning.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)).length;
  const isPdf = startsWith(bytes, 0x25, 0x50, 0x44, 0x46);
  return beginning.includes(0) || isPdf || controls > beginning.length / 100 ? undefined : 'text';
}

const refusal = (code: ErrorCode, message: string) =>
  new AppError(code, message, [{ path: 'file', message }]);

/** Clients of a route for pictures and documents look at one family of codes. */
const codesFor = (kinds: readonly FileKind[]) =>
  kinds.includes('media')
    ? ({ tooLarge: 'upload.too-large', empty: 'upload.unreadable' } as const)
    : ({ tooLarge: 'request.too-large', empty: 'request.invalid' } as const);

const sizeName = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / 1024 / 1024)} MB`;

// The parser throws plain errors where a form breaks off; those of the plugin carry a status of their own.
const malformed = (error: unknown): never => {
  if (error instanceof Object && 'statusCode' in error) throw error;
  throw new AppError('request.malformed', undefined, undefined, { cause: error });
};

/**
 * Reads the one file of a multipart request into memory, at most `maxBytes` of it.
 * @throws AppError `request.unsupported-type`, `request.too-large`, or `request.invalid` where there is no file or an empty
 * one, each with a message at the field `file`; `upload.too-large` and `upload.unreadable` where `kinds` is `media`
 */
export async function readUpload(
  request: FastifyRequest,
  { maxBytes, kinds }: Upload,
): Promise<UploadedFile> {
  const part = await request
    .file({ throwFileSizeLimit: false, limits: { fileSize: maxBytes, ...limits.upload } })
    .catch(malformed);
  if (part?.fieldname !== 'file') throw refusal('request.invalid', '请选择一个文件');
  const bytes = await part.toBuffer().catch(malformed);
  const codes = codesFor(kinds);
  if (part.file.truncated) throw refusal(codes.tooLarge, `文件太大，最多 ${sizeName(maxBytes)}`);
  if (bytes.length === 0) throw refusal(codes.empty, '文件是空的');
  if (kinds.includes('media')) return { name: part.filename, kind: 'media', bytes };
  const kind = kindOfFile(bytes);
  if (!kind || !kinds.includes(kind)) {
    const taken = kinds.map((one) => kindNames[one]).join('或');
    throw refusal('request.unsupported-type', `这不是能读的文件，请选 ${taken}`);
  }
  return { name: part.filename, kind, bytes };
}
