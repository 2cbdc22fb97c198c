import type { Realm } from '../logic/realm';

/** Options object of an asynchronous `wx` API; the callbacks belong to the app. */
export interface CallOptions {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
  [field: string]: unknown;
}

/** How an API says no: the app gets `{ errMsg: '<name>:fail <message>', ... }`. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** What the app is told: `json` is copied into its world, `live` is handed over as it is. */
export interface Answer {
  json?: object;
  live?: object;
}

type AsyncApi = (options?: CallOptions) => unknown;

/** Makes APIs that answer by success/fail/complete, or by a promise when none of these is given, never at once. */
export class Calls {
  /** Calls not yet answered, without those that wait for the user. */
  pending = 0;

  constructor(
    private readonly realm: Realm,
    private readonly report: (where: string, error: unknown) => void,
  ) {}

  /** Waits for an answer of the user, which may never come. */
  async untilAnswered<T>(answer: Promise<T>): Promise<T> {
    this.pending -= 1;
    try {
      return await answer;
    } finally {
      this.pending += 1;
    }
  }

  /** `run` starts while the app's call is on the stack; its failure is told as `WxFailure`. */
  api(
    name: string,
    run: (options: CallOptions) => Answer | Promise<Answer> | undefined | Promise<undefined>,
  ): AsyncApi {
    return (options = {}) => {
      const { success, fail, complete } = options;
      const answer = this.start(run, options);
      this.pending += 1;
      const settled = answer.then(
        ({ json, live }) => {
          const result = Object.assign(this.realm.toApp({ errMsg: `${name}:ok`, ...json }), live);
          if (success) this.realm.guard(`${name} success`, () => success(result));
          return { result, ok: true };
        },
        (error: unknown) => {
          const { message, fields } = error instanceof WxFailure ? error : this.unexpected(name, error);
          const result = this.realm.toApp({ errMsg: `${name}:fail ${message}`.trim(), ...fields });
          if (fail) this.realm.guard(`${name} fail`, () => fail(result));
          return { result, ok: false };
        },
      );
      const finished = settled
        .then((outcome) => {
          if (complete) this.realm.guard(`${name} complete`, () => complete(outcome.result));
          return outcome;
        })
        .finally(() => {
          this.pending -= 1;
        });
      if (success || fail || complete) return undefined;
      return this.realm.promise((resolve, reject) => {
        void finished.then(({ ok, result }) => {
          if (!this.realm.closed) (ok ? resolve : reject)(result);
        });
      });
    };
  }

  /** A mistake in how the app called the API, such as a missing options object. */
  private unexpected(name: string, error: unknown): WxFailure {
    this.report(`wx.${name}`, error);
    return new WxFailure(error instanceof Error ? error.message : String(error));
  }

  private async start(run: Parameters<Calls['api']>[1], options: CallOptions): Promise<Answer> {
    const [outcome] = await Promise.allSettled([run(options)]);
    await new Promise(setImmediate);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value ?? {};
  }
}
