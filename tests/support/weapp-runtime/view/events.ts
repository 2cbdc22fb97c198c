import { type Element, Event, type ShadowedEvent } from 'glass-easel';
import type { Realm } from '../logic/realm';

/** Events that travel up the tree and out of components; all others stay at their target. */
const BUBBLING = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'animationstart',
  'animationiteration',
  'animationend',
  'transitionend',
]);

/** One finger on the screen, in CSS pixels from the page's corner. */
export interface Touch {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
}

/** Dispatches a native event; `detail` must already be of the app's world. Returns whether a listener heard it. */
export function dispatch(target: Element, type: string, detail: unknown, touches: Touch[] = []): boolean {
  let heard = false;
  const bubbles = BUBBLING.has(type);
  const event = new Event(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    extraFields: { touches, changedTouches: touches },
    handleListenerReturn: () => {
      heard = true;
    },
  });
  Event.dispatchEvent(target, event);
  return heard;
}

/** Wraps a handler of the app so that it gets the plain event object that WeChat would hand it. */
export function withAppEvents(realm: Realm, handler: (...args: unknown[]) => unknown) {
  return function (this: unknown, ...args: unknown[]): unknown {
    return handler.apply(
      this,
      args.map((arg) => (arg instanceof Event ? toAppEvent(realm, arg as ShadowedEvent<unknown>) : arg)),
    );
  };
}

function toAppEvent(realm: Realm, event: ShadowedEvent<unknown>): object {
  const fields = event as unknown as { touches?: Touch[]; changedTouches?: Touch[] };
  const plain = realm.toApp<Record<string, unknown>>({
    type: event.type,
    timeStamp: event.timeStamp,
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
    mark: event.mark ?? {},
    touches: fields.touches ?? [],
    changedTouches: fields.changedTouches ?? [],
  });
  plain.detail = event.detail;
  return plain;
}

function describe({ id, dataset }: Element): object {
  return { id, dataset, offsetLeft: 0, offsetTop: 0 };
}
