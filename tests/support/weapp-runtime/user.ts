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

  /** Throws when the node is disabled or nothing answers. */
  tap(node: ViewNode, at: { x: number; y: number } = { x: 0, y: 0 }): void {
    const disabled = [node, ...node.ancestors()].find((candidate) => candidate.is('disabled'));
    if (disabled) throw new Error(`<${disabled.tag}> is disabled`);
    const field = closest(node, 'input') ?? closest(node, 'textarea');
    if (field === undefined) this.blur();
    const touches = [touchAt(at)];
    this.host.duringTap(() => {
      const { view } = this.page;
      const heard = ['touchstart', 'touchend', 'tap']
        .map((type) => view.dispatch(node, type, at, touches))
        .some(Boolean);
      if (!this.controls.activate(node) && !heard) throw new Error(`nothing answers a tap on <${node.tag}>`);
    });
    if (field) this.focus(field);
  }

  longPress(node: ViewNode): void {
    if (!this.page.view.dispatch(node, 'longpress', { x: 0, y: 0 }, [touchAt({ x: 0, y: 0 })])) {
      throw new Error(`nothing answers a long press on <${node.tag}>`);
    }
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

  /** The keyboard's confirm key. */
  confirm(node: ViewNode): void {
    this.page.view.dispatch(node, 'confirm', { value: node.attribute('value') });
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

function touchAt({ x, y }: { x: number; y: number }): Touch {
  return { identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y };
}
