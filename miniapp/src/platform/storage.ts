import Taro from '@tarojs/taro';

/** Reads plain text that something else put there, such as a test or an operator; undefined when there is none. */
export function storedText(key: string): string | undefined {
  const text: unknown = Taro.getStorageSync(key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Reads a value kept by `store`; undefined when there is none or it cannot be read. */
export function stored<T>(key: string): T | undefined {
  try {
    const text = Taro.getStorageSync<string>(key);
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value as JSON; false when the phone has no room for it. */
export function store(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string) {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Storage that cannot be written holds nothing to forget.
  }
}
