import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableFileError } from './input';

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50 };
const zip64 = { record: 0x06064b50, locator: 0x07064b50, extra: 0x0001 };
const lengths = { local: 30, central: 46, end: 22, record64: 56, locator64: 20 };
const flags = { encrypted: 0x0001, described: 0x0008, strongly: 0x0040, masked: 0x2000 };
const saturated = 0xffffffff;

const maxComment = 0xffff;
// A workbook has some dozens, with many pictures some hundreds.
const maxEntries = 2_000;
const maxName = 512;

export const brokenWorkbook = () => new UnreadableFileError('不是能读的 .xlsx 文件，可能已损坏');
const tooLarge = () => new UnreadableFileError('表格解开后太大，请拆成几个文件，或另存为 CSV');
const encrypted = () => new UnreadableFileError('表格加了密码，请去掉密码后另存，再导入');

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  at: number;
}

/** Reads that leave the archive are refusals, not exceptions of another kind. */
class Bytes {
  constructor(readonly buffer: Buffer) {}

  get length() {
    return this.buffer.length;
  }

  u16(at: number): number {
    return this.slice(at, 2).readUInt16LE();
  }

  u32(at: number): number {
    return this.slice(at, 4).readUInt32LE();
  }

  u64(at: number): number {
    const value = this.slice(at, 8).readBigUInt64LE();
    if (value > BigInt(this.length) * 2000n) throw tooLarge();
    return Number(value);
  }

  is(at: number, signature: number): boolean {
    return at >= 0 && at + 4 <= this.length && this.u32(at) === signature;
  }

  slice(at: number, length: number): Buffer {
    if (at < 0 || length < 0 || at + length > this.length) throw brokenWorkbook();
    return this.buffer.subarray(at, at + length);
  }
}

/** Where the end record begins. There is one, and its comment reaches to the last byte. */
function endOf(zip: Bytes): number {
  const first = Math.max(0, zip.length - lengths.end - maxComment);
  let found: number | undefined;
  for (let at = zip.length - lengths.end; at >= first; at -= 1) {
    if (!zip.is(at, signatures.end)) continue;
    // A second one lets two readers see two different archives.
    if (found !== undefined) throw brokenWorkbook();
    found = at;
  }
  if (found === undefined || found + lengths.end + zip.u16(found + 20) !== zip.length) throw brokenWorkbook();
  return found;
}

interface Directory {
  at: number;
  end: number;
  entries: number;
}

/** Where the directory is, by the end record and, where there is one, its ZIP64 form: both say the same. */
function directoryOf(zip: Bytes): Directory {
  const end = endOf(zip);
  const [disk, firstDisk, here, entries] = [4, 6, 8, 10].map((offset) => zip.u16(end + offset));
  const size = zip.u32(end + 12);
  const at = zip.u32(end + 16);
  const said: Directory = { at, end: at + size, entries: entries as number };
  if (disk !== firstDisk || here !== entries || (disk !== 0 && disk !== 0xffff)) throw brokenWorkbook();
  const locator = end - lengths.locator64;
  if (!zip.is(locator, zip64.locator)) {
    if (disk !== 0 || said.end !== end) throw brokenWorkbook();
    return said;
  }
  const record = zip.u64(locator + 8);
  if (!zip.is(record, zip64.record) || record + lengths.record64 !== locator) throw brokenWorkbook();
  if (zip.u64(record + 4) !== lengths.record64 - 12 || zip.u64(record + 24) !== zip.u64(record + 32))
    throw brokenWorkbook();
  const [entries64, size64, at64] = [32, 40, 48].map((offset) => zip.u64(record + offset)) as [
    number,
    number,
    number,
  ];
  const agrees = (short: number, long: number, most: number) => short === long || short === most;
  if (
    !agrees(said.entries, entries64, 0xffff) ||
    !agrees(size, size64, saturated) ||
    !agrees(at, at64, saturated) ||
    at64 + size64 !== record
  ) {
    throw brokenWorkbook();
  }
  return { at: at64, end: record, entries: entries64 };
}

/** The ZIP64 field of an extra area; empty where there is none. */
function extra64(zip: Bytes, at: number, length: number): { at: number; left: number } {
  const end = at + length;
  let next = at;
  while (next + 4 <= end) {
    const size = zip.u16(next + 2);
    if (next + 4 + size > end) break;
    if (zip.u16(next) === zip64.extra) return { at: next + 4, left: size };
    next += 4 + size;
  }
  return { at: end, left: 0 };
}

/** Sizes in the order of the ZIP64 field, which holds only those that are saturated in the header. */
function sizesOf(zip: Bytes, said: readonly number[], extra: { at: number; left: number }): number[] {
  let { at, left } = extra;
  return said.map((value) => {
    if (value !== saturated) return value;
    if (left < 8) throw brokenWorkbook();
    const long = zip.u64(at);
    at += 8;
    left -= 8;
    return long;
  });
}

const outside = /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no name may hold.
const controls = /[\u0000-\u001f]/;

/** A name as a path inside the archive: forward slashes, nothing that leads out of it. */
function nameOf(bytes: Buffer): string {
  const name = bytes.toString('utf8').replaceAll('\\', '/');
  const isSafe = !outside.test(name) && !controls.test(name);
  if (name === '' || bytes.length > maxName || !isSafe) throw brokenWorkbook();
  return name;
}

function entriesOf(zip: Bytes, { at: begin, end, entries: count }: Directory): Entry[] {
  if (count > maxEntries) throw tooLarge();
  const entries: Entry[] = [];
  let at = begin;
  for (let i = 0; i < count; i += 1) {
    if (!zip.is(at, signatures.central)) throw brokenWorkbook();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.u16(at + offset)) as [
      number,
      number,
      number,
    ];
    const after = at + lengths.central + nameLength;
    const [unpacked, packed, local] = sizesOf(
      zip,
      [24, 20, 42].map((offset) => zip.u32(at + offset)),
      extra64(zip, after, extraLength),
    ) as [number, number, number];
    const bits = zip.u16(at + 8);
    if ((bits & (flags.encrypted | flags.strongly | flags.masked)) !== 0) throw encrypted();
    entries.push({
      name: nameOf(zip.slice(at + lengths.central, nameLength)),
      flags: bits,
      method: zip.u16(at + 10),
      crc: zip.u32(at + 16),
      packed,
      unpacked,
      at: local,
    });
    at = after + extraLength + commentLength;
  }
  if (at !== end) throw brokenWorkbook();
  return entries.sort((a, b) => a.at - b.at);
}

/** Whether a data descriptor with the sizes of the directory fills the bytes from `at` to `end`. */
function isDescriptor(zip: Bytes, { crc, packed, unpacked }: Entry, at: number, end: number): boolean {
  const length = end - at;
  if (![12, 16, 20, 24].includes(length)) return false;
  const signed = length === 16 || length === 24;
  if (signed && !zip.is(at, signatures.descriptor)) return false;
  const begin = signed ? at + 4 : at;
  const sizes =
    length < 20 ? [zip.u32(begin + 4), zip.u32(begin + 8)] : [zip.u64(begin + 4), zip.u64(begin + 12)];
  return zip.u32(begin) === crc && sizes[0] === packed && sizes[1] === unpacked;
}

/** The packed bytes of an entry whose local header says what the directory says and whose bytes end at `end`. */
function packedBytes(zip: Bytes, entry: Entry, end: number): Buffer {
  const { at } = entry;
  if (!zip.is(at, signatures.local)) throw brokenWorkbook();
  const nameLength = zip.u16(at + 26);
  const extraLength = zip.u16(at + 28);
  const after = at + lengths.local + nameLength;
  const described = (entry.flags & flags.described) !== 0;
  const [unpacked, packed] = sizesOf(
    zip,
    [zip.u32(at + 22), zip.u32(at + 18)],
    extra64(zip, after, extraLength),
  );
  const isSame = unpacked === entry.unpacked && packed === entry.packed && zip.u32(at + 14) === entry.crc;
  // What is written in one go leaves its sizes open here.
  const isOpen = described && unpacked === 0 && packed === 0 && zip.u32(at + 14) === 0;
  if (
    // Writers differ in the bits that only say how hard they packed.
    ((zip.u16(at + 6) ^ entry.flags) & (flags.encrypted | flags.described)) !== 0 ||
    zip.u16(at + 8) !== entry.method ||
    nameOf(zip.slice(at + lengths.local, nameLength)) !== entry.name ||
    !(isSame || isOpen)
  ) {
    throw brokenWorkbook();
  }
  const begin = after + extraLength;
  const bytes = zip.slice(begin, entry.packed);
  const stop = begin + entry.packed;
  if (described ? !isDescriptor(zip, entry, stop, end) : stop !== end) throw brokenWorkbook();
  return bytes;
}

// Node's types leave out what `info` changes.
interface Inflated {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

/** Unpacks an entry, which must become what it says, no byte more or less. */
function unpack(bytes: Buffer, { method, unpacked, crc }: Entry): Buffer {
  if (method === 0) {
    if (bytes.length !== unpacked || crc32(bytes) !== crc) throw brokenWorkbook();
    return bytes;
  }
  if (method !== 8) throw brokenWorkbook();
  try {
    const { buffer, engine } = inflateRawSync(bytes, {
      info: true,
      maxOutputLength: Math.max(1, unpacked),
      // One piece of memory instead of many that are joined.
      chunkSize: Math.max(64, unpacked + 1),
    }) as unknown as Inflated;
    if (buffer.length === unpacked && engine.bytesWritten === bytes.length && crc32(buffer) === crc)
      return buffer;
  } catch {
    // Broken, or longer than it says.
  }
  throw brokenWorkbook();
}

/**
 * The XML parts of an archive by their lower-case names. Entries lie end to end from the first byte to the directory, and
 * each is what headers and directory say of it; whatever is different was made to look different to two readers.
 * @param limit bytes that all entries together may unpack to
 * @throws UnreadableFileError for what is broken, encrypted or too large
 */
export function unzip(buffer: Buffer, limit: number): Map<string, Buffer> {
  const zip = new Bytes(buffer);
  const directory = directoryOf(zip);
  const entries = entriesOf(zip, directory);
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > limit) throw tooLarge();
  const parts = new Map<string, Buffer>();
  let at = 0;
  for (const [i, entry] of entries.entries()) {
    const end = entries[i + 1]?.at ?? directory.at;
    if (entry.at !== at) throw brokenWorkbook();
    const key = entry.name.toLowerCase();
    if (parts.has(key)) throw brokenWorkbook();
    const content = unpack(packedBytes(zip, entry, end), entry);
    // Pictures and the like are checked, and dropped.
    parts.set(key, /\.(?:xml|rels)$/.test(key) ? content : Buffer.alloc(0));
    at = end;
  }
  if (at !== directory.at) throw brokenWorkbook();
  return parts;
}
