import vm from 'node:vm';
import { watchRejections } from './rejections';

/** A line the app wrote to its console. */
export interface LogLine {
  level: string;
  text: string;
}

export interface RealmListener {
  onError(where: string, error: unknown): void;
  onLog(line: LogLine): void;
}

/**
 * What ECMAScript itself defines but WeChat's engines do not all have: `Intl` is missing on Android, the others on the
 * oldest iOS still in use. Using one in the runtime is the ReferenceError it would be on such a phone.
 */
const ABSENT_GLOBALS = [
  'Intl',
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'WeakRef',
  'FinalizationRegistry',
  'AggregateError',
  'Iterator',
];

/** Built-in methods younger than ES2019, which is what iOS 12 and the older Android engines offer. */
const ABSENT_METHODS = [
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'Array.fromAsync',
  'String.prototype.at',
  'String.prototype.replaceAll',
  'String.prototype.isWellFormed',
  'String.prototype.toWellFormed',
  'Object.hasOwn',
  'Object.groupBy',
  'Map.groupBy',
  'Promise.any',
  'Promise.withResolvers',
];

/** Milliseconds up to which a timer is part of what runs now: schedulers of drawing use such. */
const SOON = 20;

/**
 * The JavaScript world of the logic layer: a bare V8 context without window, document, fetch or process, where `eval`
 * and `new Function` throw, as in WeChat. Values cross its border as JSON, so that the app only ever sees objects of
 * its own world (`value.constructor === Object` holds) and nothing that a real bridge could not carry.
 */
export class Realm {
  readonly context: vm.Context;
  private readonly timers = new Map<number, NodeJS.Timeout>();
  private readonly soon = new Set<number>();
  private readonly parse: (json: string) => unknown;
  private readonly makeError: (message: string) => Error;
  private readonly makePromise: (executor: (resolve: Settle, reject: Settle) => void) => Promise<unknown>;
  private readonly stopWatching: () => void;
  private lastTimer = 0;
  /** Whether the app has ended. */
  closed = false;

  constructor(private readonly listener: RealmListener) {
    this.context = vm.createContext(
      { console: this.console(), ...this.timerFunctions() },
      { name: 'weapp-logic', codeGeneration: { strings: false, wasm: false } },
    );
    this.evaluate(
      [...ABSENT_GLOBALS.map((name) => `globalThis.${name}`), ...ABSENT_METHODS]
        .map((path) => `delete ${path};`)
        .join(''),
    );
    this.parse = this.evaluate('JSON.parse');
    this.makeError = this.evaluate('(message) => new Error(message)');
    this.makePromise = this.evaluate('(executor) => new Promise(executor)');
    const PromiseOfApp = this.evaluate<PromiseConstructor>('Promise');
    this.stopWatching = watchRejections((promise, reason) => {
      if (!(promise instanceof PromiseOfApp)) return false;
      listener.onError('unhandledRejection', reason);
      return true;
    });
  }

  /** How many timers are due at once and have not fired. */
  get timersDueSoon(): number {
    return this.soon.size;
  }

  evaluate<T>(source: string, filename = 'runtime'): T {
    return new vm.Script(source, { filename }).runInContext(this.context) as T;
  }

  expose(globals: Record<string, unknown>): void {
    Object.assign(this.context, globals);
  }

  /** A copy of `value` made of objects of the app's world; `undefined` stays `undefined`. */
  toApp<T>(value: T): T {
    return value === undefined ? value : (this.parse(JSON.stringify(value) ?? 'null') as T);
  }

  parseJson(text: string): unknown {
    return this.parse(text);
  }

  error(message: string): Error {
    return this.makeError(message);
  }

  promise<T>(executor: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T> {
    return this.makePromise(executor as never) as Promise<T>;
  }

  /** Runs code of the app; what it throws is recorded and not passed on, as WeChat does with callbacks. */
  guard<T>(where: string, run: () => T): T | undefined {
    if (this.closed) return undefined;
    try {
      return run();
    } catch (error) {
      this.listener.onError(where, error);
      return undefined;
    }
  }

  /** Ends the app: none of its code is called afterwards. */
  close(): void {
    this.closed = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.soon.clear();
    this.stopWatching();
  }

  /** WeChat's timers return numbers, and an exception in one does not end the app. */
  private timerFunctions() {
    const start =
      (repeat: boolean) =>
      (run: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const id = ++this.lastTimer;
        const fire = () => {
          if (!repeat) this.timers.delete(id);
          this.soon.delete(id);
          this.guard('timer', () => run(...args));
        };
        const timer = repeat ? setInterval(fire, delay) : setTimeout(fire, delay);
        // A test that fails before it closes the app must still be able to end.
        timer.unref();
        this.timers.set(id, timer);
        if (!repeat && (delay ?? 0) <= SOON) this.soon.add(id);
        return id;
      };
    const stop = (id: number) => {
      clearTimeout(this.timers.get(id));
      this.timers.delete(id);
      this.soon.delete(id);
    };
    return { setTimeout: start(false), setInterval: start(true), clearTimeout: stop, clearInterval: stop };
  }

  private console() {
    const write =
      (level: string) =>
      (...parts: unknown[]) =>
        this.listener.onLog({ level, text: parts.map(show).join(' ') });
    return Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug', 'trace', 'group', 'groupEnd', 'time', 'timeEnd'].map(
        (level) => [level, write(level)],
      ),
    );
  }
}

type Settle = (value: unknown) => void;

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  const stack = (value as { stack?: unknown } | null | undefined)?.stack;
  if (typeof stack === 'string') return stack;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
