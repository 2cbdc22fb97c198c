import type { Page as Tab } from 'playwright-core';
import type { Page } from '../logic/page';
import type { MiniApp } from '../mini-app';
import { closest } from '../view/controls';
import type { ViewNode } from '../view/node';
import type { Gesture } from './browser/protocol';

/** Brings what is done in the browser to the app. */
export class Fingers {
  private picking: { page: Page; node: ViewNode } | undefined;

  constructor(
    private readonly tab: Tab,
    private readonly app: () => MiniApp,
  ) {}

  /** Makes the functions that the browser side calls. */
  async connect(): Promise<void> {
    const expose = (name: string, run: (...args: never[]) => unknown) => this.tab.exposeFunction(name, run);
    await expose('weappGesture', (pageId: number, gesture: Gesture) => this.onGesture(pageId, gesture));
    await expose('weappBack', () => this.app().back());
    await expose('weappTab', (index: number) =>
      this.app().tapTab(this.app().logic.pkg.tabs[index]?.text ?? ''),
    );
    await expose('weappModal', (confirm: boolean, content: string) =>
      this.app().answerModal({ confirm, content }),
    );
    await expose('weappSheet', (index: number) => this.app().logic.ui.reply(index));
    await expose('weappPick', (choice: string[] | undefined) => this.onPick(choice));
  }

  private onGesture(pageId: number, gesture: Gesture): void {
    const app = this.app();
    const page = app.logic.navigation.find(pageId);
    if (!page) return;
    if (gesture.kind === 'pageScroll') {
      page.call('onPageScroll', app.logic.realm.toApp({ scrollTop: gesture.scrollTop }));
    } else if (gesture.kind === 'reachBottom') {
      page.call('onReachBottom');
    } else {
      const node = page.view.node(gesture.node);
      if (node) this.onNodeGesture(app, page, node, gesture);
    }
  }

  private onNodeGesture(app: MiniApp, page: Page, node: ViewNode, gesture: Gesture & { node: number }): void {
    const user = app.userOf(page);
    switch (gesture.kind) {
      case 'tap':
        user.tap(node, { x: gesture.x, y: gesture.y });
        this.offerPicker(app, page, closest(node, 'picker'));
        break;
      case 'longpress':
        user.longPress(node, gesture);
        break;
      case 'touch':
        user.touch(node, gesture.type, gesture);
        break;
      case 'input':
        user.changeText(node, gesture.value);
        break;
      case 'confirm':
        user.confirm(node);
        break;
      case 'focus':
        user.focus(node);
        break;
      case 'blur':
        user.blur();
        break;
      case 'swipe':
        user.swipe(node, gesture.current);
        break;
      case 'event':
        page.view.dispatch(node, gesture.type, gesture.detail);
        break;
    }
  }

  private offerPicker(app: MiniApp, page: Page, picker: ViewNode | undefined): void {
    if (!picker || picker.is('disabled')) return;
    this.picking = { page, node: picker };
    const range = (picker.attributes.get('range') ?? []) as unknown[];
    const key = picker.attribute('range-key');
    const label = (entry: unknown) => String(key === '' ? entry : (entry as Record<string, unknown>)[key]);
    const columns = (Array.isArray(range[0]) ? (range as unknown[][]) : [range]).map((column) =>
      column.map(label),
    );
    const [mode, value] = [picker.attribute('mode'), picker.attribute('value')];
    const offered = [mode, value, columns] as [string, string, string[][]];
    app.logic.track(this.tab.evaluate((picking) => window.hostApi.picker(...picking), offered));
  }

  private async onPick(choice: string[] | undefined): Promise<void> {
    const { picking } = this;
    this.picking = undefined;
    await this.tab.evaluate(() => window.hostApi.closeDialog());
    if (picking && choice) {
      this.app()
        .userOf(picking.page)
        .pick(picking.node, choice.length === 1 ? (choice[0] ?? '') : choice);
    }
  }
}
