// The part of the standard that react-query uses, for WeChat's logic layer; see the ProvidePlugin in config/index.ts.

type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown;
  onabort: Listener | null = null;
  private listeners: Listener[] = [];

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners = this.listeners.filter((known) => known !== listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }

  fire(reason: unknown) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.onabort?.();
    for (const listener of this.listeners) listener();
  }
}

export class AbortController {
  readonly signal = new Signal();

  abort(reason: unknown = new Error('AbortError')) {
    this.signal.fire(reason);
  }
}
