import { createReadStream } from 'node:fs';
import { extname } from 'node:path';

/** A file by its path, or one that was uploaded and lies in memory. */
export type FileSource = string | { name: string; bytes: Buffer };

/** `.csv`, in lower case. */
export const extensionOf = (source: FileSource): string =>
  extname(typeof source === 'string' ? source : source.name).toLowerCase();

export async function* chunksOf(source: FileSource): AsyncGenerator<Buffer> {
  if (typeof source === 'string') yield* createReadStream(source) as AsyncIterable<Buffer>;
  else yield source.bytes;
}
