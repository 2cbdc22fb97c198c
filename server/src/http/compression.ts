import { gzipSync } from 'node:zlib';

/** From here on compressing an answer pays; see docs/performance.md. */
const leastBytes = 2048;

export const isWorthCompressing = (text: string): boolean => text.length >= leastBytes;

/** Whether a client takes gzip, by its `Accept-Encoding` header. */
export function acceptsGzip(accepted: string | string[] | undefined): boolean {
  const codings = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => /^\s*([\w*-]+)\s*(?:;\s*q=([\d.]+))?\s*$/.exec(coding));
  const weight = (name: string) => {
    const found = codings.find((coding) => coding?.[1] === name);
    return found ? Number(found[2] ?? 1) : undefined;
  };
  return (weight('gzip') ?? weight('*') ?? 0) > 0;
}

/** Below 60 µs for the longest list: less than handing it to another thread and back. */
export const gzipped = (text: string): Buffer => gzipSync(text, { level: 1 });
