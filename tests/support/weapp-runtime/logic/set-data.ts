import { dataPath } from 'glass-easel';

/** Bytes that crossed from the logic layer to the view, over all pages. */
export interface SetDataStats {
  calls: number;
  bytes: number;
  largest: number;
}

/** One call may carry at most this; WeChat drops a larger one. */
const SET_DATA_LIMIT = 1024 * 1024;

export type Patch = Record<string, unknown>;

/**
 * The bridge under `setData`: what it is given crosses as JSON or not at all.
 * A function, symbol, bigint or a top-level `undefined` is an error, since it would be lost silently.
 */
export class SetDataBridge {
  readonly stats: SetDataStats = { calls: 0, bytes: 0, largest: 0 };

  constructor(private readonly report: (error: Error) => void) {}

  /** The patch as JSON text; `undefined` when it is too large to be sent. */
  cross(patch: Patch): string | undefined {
    const lost = unserialisable(patch);
    if (lost.length > 0) this.report(new Error(`setData cannot carry ${lost.slice(0, 3).join('; ')}`));
    const wire = JSON.stringify(patch);
    const bytes = Buffer.byteLength(wire);
    this.stats.calls += 1;
    this.stats.bytes += bytes;
    this.stats.largest = Math.max(this.stats.largest, bytes);
    if (bytes <= SET_DATA_LIMIT) return wire;
    this.report(new Error(`setData carries ${bytes} bytes, the limit is ${SET_DATA_LIMIT}`));
    return undefined;
  }
}

function unserialisable(patch: Patch): string[] {
  const found: string[] = [];
  const visit = (value: unknown, at: string) => {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      found.push(`${at}: ${typeof value}`);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${at}.${key}`);
    }
  };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) found.push(`${key}: undefined`);
    else visit(value, key);
  }
  return found;
}

/** `'list[0].name'` or Taro's `'root.cn.[0].v'` as a list of keys. */
export function parsePath(text: string): (string | number)[] {
  return dataPath.parseSinglePath(text.replaceAll('.[', '['));
}

/** Writes `value` into `data`, making the objects and arrays on the way. */
export function setPath(data: Patch, path: readonly (string | number)[], value: unknown): void {
  let holder = data as Record<string | number, unknown>;
  path.slice(0, -1).forEach((key, index) => {
    const next = holder[key];
    if (next === null || typeof next !== 'object')
      holder[key] = typeof path[index + 1] === 'number' ? [] : {};
    holder = holder[key] as Record<string | number, unknown>;
  });
  const last = path.at(-1);
  if (last !== undefined) holder[last] = value;
}
