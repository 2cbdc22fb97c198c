import type { Realm } from '../logic/realm';

type Listener = (payload: unknown) => void;

/** Names that have a `wx.on…` and a `wx.off…`. */
const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'PageNotFound',
  'UnhandledRejection',
  'ThemeChange',
  'NetworkStatusChange',
  'NetworkWeakChange',
  'WindowResize',
  'KeyboardHeightChange',
  'MemoryWarning',
  'UserCaptureScreen',
  'NeedPrivacyAuthorization',
  'LazyLoadError',
] as const;

type WxEvent = (typeof EVENTS)[number];

/** The global events of `wx`. */
export class Listeners {
  private readonly heard = new Map<WxEvent, Set<Listener>>(
    EVENTS.map((event) => [event, new Set<Listener>()]),
  );

  constructor(private readonly realm: Realm) {}

  emit(event: WxEvent, payload: unknown): void {
    for (const listener of [...(this.heard.get(event) ?? [])]) {
      this.realm.guard(`wx.on${event}`, () => listener(this.realm.toApp(payload)));
    }
  }

  apis(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.heard].flatMap(([event, listeners]) => [
        [`on${event}`, (listener: Listener) => void listeners.add(listener)],
        [
          `off${event}`,
          (listener?: Listener) => (listener ? void listeners.delete(listener) : listeners.clear()),
        ],
      ]),
    );
  }
}
