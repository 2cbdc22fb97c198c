import { apiCatalog, isOlder } from './catalog';

/** What the runtime learnt about the app's use of `wx`. */
export interface ApiUse {
  /** API name → number of calls. */
  used: Map<string, number>;
  /** Names the app read that `wx` of this base library does not have. Reading is allowed: it is feature detection. */
  unknown: Set<string>;
}

interface Surface {
  sdkVersion: string;
  implemented: Record<string, unknown>;
  use: ApiUse;
  /** Makes an error of the app's world. */
  error: (message: string) => Error;
  report: (where: string, error: Error) => void;
}

/** Names that frameworks look for on `wx` without it meaning anything. */
const NOT_APIS = new Set(['webpackJsonp', 'toJSON', 'then', 'cloud']);

/**
 * The global `wx`. It has every API that Tencent's typings know up to the base library version, so `typeof`, `in` and
 * `canIUse` answer as on a phone. Calling one that the runtime does not model is an error; calling one that does not
 * exist is the TypeError that it would be.
 */
export function createWx({ sdkVersion, implemented, use, error, report }: Surface): object {
  const target: Record<string, unknown> = {};
  for (const [name, since] of apiCatalog()) {
    if (isOlder(sdkVersion, since)) continue;
    target[name] = () => {
      const problem = error(`wx.${name} is not modelled by the test runtime: pass it in the option "wx"`);
      report(`wx.${name}`, problem);
      throw problem;
    };
  }
  for (const [name, api] of Object.entries(implemented)) {
    const since = apiCatalog().get(name);
    if (since === undefined || !isOlder(sdkVersion, since)) target[name] = counted(name, api, use);
  }
  return new Proxy(target, {
    get(all, name) {
      if (typeof name === 'string' && !(name in all) && !NOT_APIS.has(name)) use.unknown.add(name);
      return Reflect.get(all, name) as unknown;
    },
  });
}

function counted(name: string, api: unknown, { used }: ApiUse): unknown {
  if (typeof api !== 'function') return api;
  return (...args: unknown[]) => {
    used.set(name, (used.get(name) ?? 0) + 1);
    return (api as (...args: unknown[]) => unknown)(...args);
  };
}
