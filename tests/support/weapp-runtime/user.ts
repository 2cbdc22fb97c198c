import type { Page } from './logic/page';
import { Controls, closest, fieldValue } from './view/controls';
import type { Touch } from './view/events';
import { picked, typed } from './view/fields';
import type { ViewNode } from './view/node';

/** What a gesture needs of the app around the page. */
export interface UserHost {
  /** Runs `gesture` as the handling of a tap, which some APIs insist on. */
  duringTap<T>(gesture: () => T): T;
  openType(page: Page, button: ViewNode): void;
  navigate(navigator: ViewNode): void;
}

/** CSS pixels from the page's corner. */
export interface Point {
  x: number;
  y: number;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** The user's fingers on one page: gestures as the sequence of native events that WeChat would send. */
export class User {
  private focused: ViewNode | undefined;
  private readonly controls: Controls;

  constructor(
    private readonly page: Page,
    private readonly host: UserHost,
  ) {
    this.controls = new Controls(
      page.view.root,
      (node, type, detail) => page.view.dispatch(node, type, detail),
      (button) => host.openType(page, button),
      (navigator) => host.navigate(navigator),
    );
  }

  /** Returns whether anything answered; a disabled node does not. */
  tap(node: ViewNode, at: Point = ORIGIN): boolean {
    if ([node, ...node.ancestors()].some((candidate) => candidate.is('disabled'))) return false;
    const field = closest(node, 'input') ?? closest(node, 'textarea');
    if (field) this.focus(field);
    else this.blur();
    const touches = [touchAt(at)];
    return this.host.duringTap(() => {
      const events = ['touchstart', 'touchend', 'tap'];
      const heard = events
        .map((type) => this.page.view.dispatch(node, type, { ...at }, touches))
        .some(Boolean);
      return this.controls.activate(node) || heard;
    });
  }

  /** Returns whether anything listened. */
  longPress(node: ViewNode, at: Point = ORIGIN): boolean {
    return this.page.view.dispatch(node, 'longpress', { ...at }, [touchAt(at)]);
  }

  /** A finger that moves, or goes down or up around a move. */
  touch(node: ViewNode, type: string, at: Point): void {
    this.page.view.dispatch(node, type, {}, [touchAt(at)]);
  }

  /** Replaces the content of a field by `text`, cut at its `maxlength`. */
  input(node: ViewNode, text: string): void {
    const value = typed(node, text);
    this.focus(node);
    this.changeText(node, value);
  }

  /** The content of a field became `value`: what a keyboard, real or not, reports. */
  changeText(node: ViewNode, value: string): void {
    node.setAttribute('value', value);
    this.page.view.dispatch(node, 'input', { value, cursor: value.length, keyCode: 0 });
  }

  /** The keyboard's confirm key, which also puts the keyboard away unless the field holds it. */
  confirm(node: ViewNode): void {
    this.page.view.dispatch(node, 'confirm', { value: node.attribute('value') });
    if (!node.is('confirm-hold')) this.blur();
  }

  focus(node: ViewNode): void {
    if (this.focused === node) return;
    this.blur();
    this.focused = node;
    this.page.view.dispatch(node, 'focus', { value: node.attribute('value'), height: 0 });
  }

  blur(): void {
    const node = this.focused;
    this.focused = undefined;
    if (node) this.page.view.dispatch(node, 'blur', { value: node.attribute('value'), cursor: 0 });
  }

  pick(node: ViewNode, choice: string | string[]): void {
    const value = picked(node, choice);
    node.setAttribute('value', value);
    this.page.view.dispatch(node, 'change', { value });
  }

  slide(node: ViewNode, value: number): void {
    node.setAttribute('value', value);
    this.page.view.dispatch(node, 'change', { value: fieldValue(node) });
  }

  swipe(swiper: ViewNode, current: number): void {
    if (current === Number(swiper.attribute('current') || 0)) return;
    swiper.setAttribute('current', current);
    const items = [...swiper.walk()].filter((node) => node.tag === 'swiper-item');
    const currentItemId = items[current]?.attribute('item-id') ?? '';
    this.page.view.dispatch(swiper, 'change', { current, currentItemId, source: 'touch' });
    this.page.view.dispatch(swiper, 'animationfinish', { current, currentItemId, source: 'touch' });
  }
}

function touchAt({ x, y }: Point): Touch {
  return { identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y };
}
