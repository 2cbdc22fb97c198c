import type { Realm } from '../logic/realm';
import { type Calls, WxFailure } from './calls';

/** Limits of wx storage in bytes. */
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** The phone's storage for one mini-program; values are kept as the JSON text that WeChat would keep. */
export class Storage {
  private readonly entries = new Map<string, string>();

  constructor(
    initial: Record<string, unknown>,
    private readonly realm: Realm,
    private readonly calls: Calls,
  ) {
    for (const [key, value] of Object.entries(initial)) this.set(key, value);
  }

  get(key: string): unknown {
    const text = this.entries.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  /** Throws a `WxFailure` over the limits and for values that JSON cannot carry. */
  set(key: string, value: unknown): void {
    if (typeof key !== 'string' || key === '') throw new WxFailure('parameter error: key should be a string');
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new WxFailure(`cannot store a ${typeof value}`);
    const text = JSON.stringify(value) ?? 'null';
    const size = Buffer.byteLength(text);
    if (size > KEY_LIMIT) throw new WxFailure(`entry size limit reached: ${key} has ${size} bytes`);
    const total = this.size() - Buffer.byteLength(this.entries.get(key) ?? '') + size;
    if (total > TOTAL_LIMIT) throw new WxFailure(`the current storage size limit reached: ${total} bytes`);
    this.entries.set(key, text);
  }

  /** All that is stored, for a test to look at. */
  dump(): Record<string, unknown> {
    return Object.fromEntries([...this.entries.keys()].map((key) => [key, this.get(key)]));
  }

  apis(): Record<string, unknown> {
    const { calls, entries } = this;
    const read = (key: string) => this.realm.toApp(this.get(key));
    const info = () => ({
      keys: [...entries.keys()],
      currentSize: Math.ceil(this.size() / 1024),
      limitSize: TOTAL_LIMIT / 1024,
    });
    return {
      getStorageSync: (key: string) => (entries.has(key) ? read(key) : ''),
      setStorageSync: (key: string, value: unknown) =>
        this.sync('setStorageSync', () => this.set(key, value)),
      removeStorageSync: (key: string) => void entries.delete(key),
      clearStorageSync: () => entries.clear(),
      getStorageInfoSync: () => this.realm.toApp(info()),
      getStorage: calls.api('getStorage', ({ key }) => {
        if (!entries.has(key as string)) throw new WxFailure('data not found');
        return { live: { data: read(key as string) } };
      }),
      setStorage: calls.api('setStorage', ({ key, data }) => {
        this.set(key as string, data);
        return undefined;
      }),
      removeStorage: calls.api('removeStorage', ({ key }) => {
        entries.delete(key as string);
        return undefined;
      }),
      clearStorage: calls.api('clearStorage', () => {
        entries.clear();
        return undefined;
      }),
      getStorageInfo: calls.api('getStorageInfo', () => ({ json: info() })),
    };
  }

  private sync(name: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (error instanceof WxFailure) throw this.realm.error(`${name}:fail ${error.message}`);
      throw error;
    }
  }

  private size(): number {
    return [...this.entries.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }
}
