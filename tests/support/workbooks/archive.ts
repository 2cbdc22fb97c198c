import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP archive. What is not said is made to be right. */
export interface ArchiveEntry {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  /** Bits of both headers. */
  flags?: number;
  method?: number;
  /** What the archive says of it, true or not; `local` and `central` for one of its headers only. */
  said?: Partial<Said>;
  local?: Partial<Said> & { name?: string };
  central?: Partial<Said> & { name?: string; at?: number };
  /** Its sizes follow its bytes in a record of their own, of 16 bytes or 24. */
  described?: 16 | 24;
  extra?: Buffer;
}

interface Said {
  packed: number;
  unpacked: number;
  crc: number;
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
export const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
export const u64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;

const header = (flags: number, method: number, { crc, packed, unpacked }: Said) =>
  Buffer.concat([u16(20), u16(flags), u16(method), u32(0), u32(crc), u32(packed), u32(unpacked)]);

interface Options {
  /** Bytes before the first entry, before the directory, and behind the end. */
  before?: Buffer;
  between?: Buffer;
  behind?: Buffer;
  comment?: Buffer;
  /** What the end record says. */
  end?: { entries?: number; size?: number; at?: number };
  /** Adds the ZIP64 records, with what they say. */
  zip64?: boolean | { entries?: number; at?: number };
}

export const endRecord = (entries: number, size: number, at: number, comment: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([
    u32(endSignature),
    u16(0),
    u16(0),
    u16(entries),
    u16(entries),
    u32(size),
    u32(at),
    u16(comment.length),
    comment,
  ]);

/** A ZIP archive, byte by byte, so that it can say what is not so. */
export function archiveOf(entries: readonly ArchiveEntry[], options: Options = {}): Buffer {
  const { before = Buffer.alloc(0), between = Buffer.alloc(0), behind = Buffer.alloc(0), end = {} } = options;
  const locals: Buffer[] = [before];
  const centrals: Buffer[] = [];
  let at = before.length;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = (entry.flags ?? 0) | (entry.described ? 8 : 0);
    const right = { packed: packed.length, unpacked: content.length, crc: crc32(content), ...entry.said };
    const local = {
      ...right,
      ...(entry.described ? { packed: 0, unpacked: 0, crc: 0 } : {}),
      ...entry.local,
    };
    const central = { ...right, ...entry.central };
    const extra = entry.extra ?? Buffer.alloc(0);
    const localName = Buffer.from(entry.local?.name ?? entry.name);
    const centralName = Buffer.from(entry.central?.name ?? entry.name);
    const size = entry.described === 24 ? u64 : u32;
    const bytes = Buffer.concat([
      u32(localSignature),
      header(flags, method, local),
      u16(localName.length),
      u16(extra.length),
      localName,
      extra,
      packed,
      ...(entry.described ? [u32(0x08074b50), u32(right.crc), size(right.packed), size(right.unpacked)] : []),
    ]);
    locals.push(bytes);
    centrals.push(
      Buffer.concat([
        u32(centralSignature),
        u16(20),
        header(flags, method, central),
        u16(centralName.length),
        u16(extra.length),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(entry.central?.at ?? at),
        centralName,
        extra,
      ]),
    );
    at += bytes.length;
  }
  const directory = Buffer.concat(centrals);
  const directoryAt = at + between.length;
  const said = { entries: entries.length, size: directory.length, at: directoryAt, ...end };
  const long = options.zip64 === true ? {} : options.zip64;
  const zip64 = long
    ? [
        u32(0x06064b50),
        u64(44),
        u16(45),
        u16(45),
        u32(0),
        u32(0),
        u64(long.entries ?? entries.length),
        u64(long.entries ?? entries.length),
        u64(directory.length),
        u64(long.at ?? directoryAt),
        u32(0x07064b50),
        u32(0),
        u64(directoryAt + directory.length),
        u32(1),
      ]
    : [];
  return Buffer.concat([
    ...locals,
    between,
    directory,
    ...zip64,
    endRecord(said.entries, said.size, said.at, options.comment),
    behind,
  ]);
}
