import { inflateRawSync } from 'node:zlib';

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const emptyArchive = 0x06054b50;
const dataDescriptor = 0x08074b50;
const headerLength = 30;

// Node's types leave out what `info` changes.
interface Inflated {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

/**
 * Unpacks a ZIP archive entry by entry, as a reader would, and tells how many bytes come out. What the archive says of its
 * own sizes is not believed: that is how two megabytes become two gigabytes.
 * @returns Infinity as soon as `limit` is passed; null when the archive is broken or encrypted
 */
export function unpackedSize(zip: Buffer, limit: number): number | null {
  let at = 0;
  let total = 0;
  while (at + headerLength <= zip.length && zip.readUInt32LE(at) === localHeader) {
    const flags = zip.readUInt16LE(at + 6);
    const method = zip.readUInt16LE(at + 8);
    const start = at + headerLength + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const describedAfter = (flags & 8) !== 0;
    if ((flags & 1) !== 0 || (method !== 8 && (method !== 0 || describedAfter))) return null;
    if (method === 0) {
      const size = zip.readUInt32LE(at + 18);
      total += size;
      at = start + size;
    } else {
      try {
        const { buffer, engine } = inflateRawSync(zip.subarray(start), {
          info: true,
          maxOutputLength: Math.max(1, limit - total),
        }) as unknown as Inflated;
        total += buffer.length;
        at = start + engine.bytesWritten;
      } catch (error) {
        return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : null;
      }
    }
    if (total > limit) return Number.POSITIVE_INFINITY;
    if (describedAfter) at = afterDescriptor(zip, at);
  }
  if (at + 4 > zip.length) return null;
  const next = zip.readUInt32LE(at);
  return next === centralHeader || next === emptyArchive ? total : null;
}

// 12 bytes, or 20 in a ZIP64 archive, with or without a signature in front: whichever leads to another header.
function afterDescriptor(zip: Buffer, at: number): number {
  const begin = at + 4 <= zip.length && zip.readUInt32LE(at) === dataDescriptor ? at + 4 : at;
  const isHeader = (end: number) =>
    end + 4 <= zip.length && [localHeader, centralHeader].includes(zip.readUInt32LE(end));
  return [begin + 12, begin + 20].find(isHeader) ?? zip.length;
}
