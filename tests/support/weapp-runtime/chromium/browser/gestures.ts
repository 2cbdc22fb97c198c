import type { Gesture } from './protocol';
import { isListenedTo, numberOf } from './tree';

type Report = (gesture: Gesture) => void;

const LONG_PRESS_MS = 350;

/** Watches the document for what a user does, and reports it in WeChat's terms. */
export function watchGestures(report: Report): void {
  watchTaps(report);
  watchTouches(report);
  watchFields(report);
  watchHover();
  for (const type of ['load', 'error']) {
    document.addEventListener(`weapp:${type}`, (event) =>
      tell(report, event.target, type, (event as CustomEvent<object>).detail),
    );
  }
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    document.addEventListener(type, (event) => tell(report, event.target, type, {}));
  }
}

/** Reports an event that only matters where somebody listens. */
export function tell(report: Report, target: EventTarget | null, type: string, detail: object): void {
  const node = numberOf(target);
  if (node !== undefined && isListenedTo(target, type)) report({ kind: 'event', node, type, detail });
}

function watchTaps(report: Report): void {
  let pressed: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('click', (event) => {
    // Forms, labels and links of HTML would act on their own; WeChat's components do so in the logic layer.
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement))
      event.preventDefault();
    const node = numberOf(event.target);
    if (node !== undefined) report({ kind: 'tap', node, x: event.clientX, y: event.clientY });
  });
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('pointerdown', (event) => {
    const node = numberOf(event.target);
    if (node === undefined || !isListenedTo(event.target, 'longpress')) return;
    pressed = setTimeout(
      () => report({ kind: 'longpress', node, x: event.clientX, y: event.clientY }),
      LONG_PRESS_MS,
    );
  });
  for (const type of ['pointerup', 'pointercancel', 'pointermove']) {
    document.addEventListener(type, () => clearTimeout(pressed));
  }
}

/** Moves of a finger; start and end around a tap are sent by the logic layer itself. */
function watchTouches(report: Report): void {
  let moved = false;
  const send = (type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel', event: TouchEvent) => {
    const node = numberOf(event.target);
    const touch = event.changedTouches[0];
    if (node !== undefined && touch && isListenedTo(event.target, type)) {
      report({ kind: 'touch', node, type, x: touch.clientX, y: touch.clientY });
    }
  };
  document.addEventListener('touchstart', () => {
    moved = false;
  });
  document.addEventListener('touchmove', (event) => {
    if (!moved) send('touchstart', event);
    moved = true;
    send('touchmove', event);
  });
  document.addEventListener('touchend', (event) => moved && send('touchend', event));
  document.addEventListener('touchcancel', (event) => moved && send('touchcancel', event));
}

function watchFields(report: Report): void {
  const onField = (type: string, handle: (node: number, field: HTMLInputElement, event: Event) => void) =>
    document.addEventListener(
      type,
      (event) => {
        const field = event.target;
        const node = numberOf(field);
        if (node === undefined) return;
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
          handle(node, field as HTMLInputElement, event);
        }
      },
      true,
    );
  onField('input', (node, field, event) => {
    if (!(event as InputEvent).isComposing) report({ kind: 'input', node, value: field.value });
  });
  onField('compositionend', (node, field) => report({ kind: 'input', node, value: field.value }));
  onField('focus', (node) => report({ kind: 'focus', node }));
  onField('blur', (node) => report({ kind: 'blur', node }));
  onField('keydown', (node, field, event) => {
    if ((event as KeyboardEvent).key === 'Enter' && field.tagName === 'INPUT') {
      // HTML would submit the form.
      event.preventDefault();
      report({ kind: 'confirm', node, value: field.value });
      if (!field.hasAttribute('confirm-hold')) field.blur();
    }
  });
}

/** `hover-class` while a finger is on the node, as long as the node's times say. */
function watchHover(): void {
  document.addEventListener('pointerdown', (event) => {
    const target = event.target instanceof Element ? event.target.closest('[hover-class]') : null;
    const name = target?.getAttribute('hover-class');
    if (!target || !name || name === 'none' || target.hasAttribute('disabled')) return;
    const classes = name.split(' ');
    const start = setTimeout(
      () => target.classList.add(...classes),
      Number(target.getAttribute('hover-start-time') ?? 50),
    );
    const end = () => {
      clearTimeout(start);
      setTimeout(
        () => target.classList.remove(...classes),
        Number(target.getAttribute('hover-stay-time') ?? 400),
      );
    };
    document.addEventListener('pointerup', end, { once: true });
    document.addEventListener('pointercancel', end, { once: true });
  });
}
