import { AppReader } from './app-reader';
import { LogicLayer } from './logic/logic-layer';
import type { Page } from './logic/page';
import type { OpenOptions } from './options';
import type { Screen } from './screen';
import { User } from './user';
import type { FindOptions, Target } from './view/find';
import type { ViewNode } from './view/node';
import type { Theme } from './wx/system';
import type { ModalAnswer } from './wx/ui';

/**
 * A compiled mini-program, running, in the hands of a user. Gestures act on the visible page and resolve when the app
 * has come to rest; queries read what the page shows.
 */
export class MiniApp extends AppReader {
  private readonly users = new WeakMap<Page, User>();

  /** Launches the app and waits for its first page. With a `screen` its pages are drawn there, too. */
  static async open(options: OpenOptions, screen?: Screen): Promise<MiniApp> {
    const app = new MiniApp(new LogicLayer(options, screen));
    try {
      await screen?.attach(app);
      await app.logic.launch();
      await app.idle();
      return app;
    } catch (error) {
      app.close();
      throw error;
    }
  }

  /** Closes all pages and stops all timers. */
  close(): void {
    this.logic.close();
  }

  // What the user does

  async tap(target: Target, options?: FindOptions): Promise<void> {
    await this.act((user) => {
      const node = this.find(target, options);
      if (!user.tap(node))
        throw new Error(`"${target}" is disabled, or nothing answers a tap on <${node.tag}>`);
    });
  }

  async longPress(target: Target, options?: FindOptions): Promise<void> {
    await this.act((user) => {
      if (!user.longPress(this.find(target, options)))
        throw new Error(`nothing answers a long press on "${target}"`);
    });
  }

  /** Types `text` into a field, replacing what it held. */
  async input(target: Target, text: string, options?: FindOptions): Promise<void> {
    await this.act((user) => user.input(this.find(target, options), text));
  }

  /** Presses the confirm key of the keyboard in a field. */
  async confirm(target: Target, options?: FindOptions): Promise<void> {
    await this.act((user) => user.confirm(this.find(target, options)));
  }

  /** Leaves the field that has the keyboard. */
  async blur(): Promise<void> {
    await this.act((user) => user.blur());
  }

  /** Picks an entry of a `picker` by its text (one text a column), or a date `YYYY-MM-DD`, or a time `HH:mm`. */
  async pick(target: Target, choice: string | string[], options?: FindOptions): Promise<void> {
    await this.act((user) => user.pick(this.find(target, options), choice));
  }

  async slide(target: Target, value: number, options?: FindOptions): Promise<void> {
    await this.act((user) => user.slide(this.find(target, options), value));
  }

  /** Brings a `swiper` to its item `index`. */
  async swipe(target: Target, index: number, options?: FindOptions): Promise<void> {
    await this.act((user) => user.swipe(this.find(target, options), index));
  }

  /** Scrolls a `scroll-view` to its end. */
  async scrollToEnd(target: Target, options?: FindOptions): Promise<void> {
    await this.act(() =>
      this.page.view.dispatch(this.find(target, options), 'scrolltolower', { direction: 'bottom' }),
    );
  }

  /** Scrolls the page to its end. */
  async reachBottom(): Promise<void> {
    await this.act(() => this.page.call('onReachBottom'));
  }

  async scroll(scrollTop: number): Promise<void> {
    await this.act(() => this.page.call('onPageScroll', this.logic.realm.toApp({ scrollTop })));
  }

  /** Pulls the page down. Throws when its configuration does not allow that. */
  async pullDown(): Promise<void> {
    if (!this.logic.pkg.windowOf(this.route).enablePullDownRefresh) {
      throw new Error(`${this.route} cannot be pulled down: enablePullDownRefresh is off`);
    }
    await this.act(() => this.page.call('onPullDownRefresh'));
  }

  /** The back button, or the phone's back gesture. */
  async back(): Promise<void> {
    await this.logic.navigation.back();
    await this.idle();
  }

  /** Taps a tab by its text. */
  async tapTab(text: string): Promise<void> {
    const { tabs } = this.logic.pkg;
    const index = tabs.findIndex((tab) => tab.text === text);
    const tab = tabs[index];
    if (!tab) throw new Error(`no tab "${text}": ${tabs.map((each) => each.text).join(', ')}`);
    if (!this.logic.pkg.isTab(this.route)) throw new Error(`${this.route} shows no tab bar`);
    await this.logic.navigation.switchTab(`/${tab.pagePath}`);
    this.page.call('onTabItemTap', this.logic.realm.toApp({ index, ...tab }));
    await this.idle();
  }

  /** Opens a page by its url, as a share card or a message would, with the app already running. */
  async visit(url: string): Promise<void> {
    const tab = this.logic.pkg.isTab(url.replace(/^\//, '').split('?')[0] ?? '');
    await (tab ? this.logic.navigation.switchTab(url) : this.logic.navigation.navigateTo(url));
    await this.idle();
  }

  /** Answers the open modal: which button, and for an editable one what was typed. */
  async answerModal(answer: boolean | ModalAnswer): Promise<void> {
    this.logic.ui.reply(typeof answer === 'boolean' ? { confirm: answer } : answer);
    await this.idle();
  }

  /** Chooses an entry of the open action sheet by its text; without one cancels it. */
  async choose(text?: string): Promise<void> {
    const { dialog } = this;
    const items = dialog?.kind === 'sheet' ? dialog.items : [];
    const index = text === undefined ? -1 : items.indexOf(text);
    if (text !== undefined && index < 0)
      throw new Error(`no "${text}" in the action sheet: ${items.join(', ')}`);
    this.logic.ui.reply(index);
    await this.idle();
  }

  /** The menu's "share": what the page answers for the card. */
  share(): unknown {
    return JSON.parse(JSON.stringify(this.page.call('onShareAppMessage', { from: 'menu' }) ?? null));
  }

  // What the phone does

  /** Cuts or restores the connection and tells the app. */
  async setOnline(online: boolean): Promise<void> {
    this.logic.network.online = online;
    this.logic.listeners.emit('NetworkStatusChange', {
      isConnected: online,
      networkType: online ? 'wifi' : 'none',
    });
    await this.idle();
  }

  async setTheme(theme: Theme): Promise<void> {
    this.logic.phone.theme = theme;
    await this.logic.screen?.setTheme(theme);
    this.logic.listeners.emit('ThemeChange', { theme });
    await this.idle();
  }

  /** Sends the app to the background and brings it back. */
  async leaveAndReturn(): Promise<void> {
    this.page.hide();
    this.logic.callApp('onHide');
    this.logic.listeners.emit('AppHide', {});
    await this.idle();
    this.logic.callApp('onShow', this.logic.realm.toApp({ path: this.route, query: {}, scene: 1001 }));
    this.logic.listeners.emit('AppShow', { path: this.route, query: {}, scene: 1001 });
    this.page.show();
    await this.idle();
  }

  /** The hand on the visible page; a screen reports its gestures here. */
  userOf(page: Page): User {
    const known = this.users.get(page);
    if (known) return known;
    const user = new User(page, {
      duringTap: (gesture) => this.logic.duringTap(gesture),
      openType: (of, button) => this.openType(of, button),
      navigate: (navigator) => this.navigate(navigator),
    });
    this.users.set(page, user);
    return user;
  }

  private async act(gesture: (user: User) => void): Promise<void> {
    if (this.dialog) throw new Error(`a ${this.dialog.kind} covers the page: ${JSON.stringify(this.dialog)}`);
    gesture(this.userOf(this.page));
    await this.idle();
  }

  private openType(page: Page, button: ViewNode): void {
    const type = button.attribute('open-type');
    if (type === 'share') {
      const target = { id: button.domId, dataset: button.element?.dataset ?? {} };
      const card = page.call('onShareAppMessage', this.logic.realm.toApp({ from: 'button', target }));
      this.logic.ui.record('share', (card ?? {}) as object);
    } else {
      this.logic.ui.record('openType', { type });
    }
  }

  private navigate(navigator: ViewNode): void {
    const url = navigator.attribute('url');
    const { navigation } = this.logic;
    const type = navigator.attribute('open-type');
    if (type === 'navigateBack') this.logic.track(navigation.back(Number(navigator.attribute('delta') || 1)));
    else if (type === 'switchTab') this.logic.track(navigation.switchTab(url));
    else if (type === 'reLaunch') this.logic.track(navigation.reLaunch(url));
    else if (type === 'redirect') this.logic.track(navigation.redirectTo(url));
    else this.logic.track(navigation.navigateTo(url));
  }
}
