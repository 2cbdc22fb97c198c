import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

/** A file by its path, or one that was uploaded and lies in memory. */
export type FileSource = string | { name: string; bytes: Uint8Array };

/** `.csv`, in lower case. */
export const extensionOf = (source: FileSource): string =>
  extname(typeof source === 'string' ? source : source.name).toLowerCase();

/** The bytes of memory as a Buffer, without a copy. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

export async function* chunksOf(source: FileSource): AsyncGenerator<Buffer> {
  if (typeof source === 'string') yield* createReadStream(source) as AsyncIterable<Buffer>;
  else yield bufferOf(source.bytes);
}

export const bytesOf = async (source: FileSource): Promise<Buffer> =>
  typeof source === 'string' ? readFile(source) : bufferOf(source.bytes);
