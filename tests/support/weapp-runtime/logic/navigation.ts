import path from 'node:path';
import type { Screen } from '../screen';
import type { WeappPackage } from '../weapp-package';
import { type CallOptions, type Calls, WxFailure } from '../wx/calls';
import type { Page } from './page';

/** WeChat opens at most this many pages on top of one another. */
const STACK_LIMIT = 10;

type Query = Record<string, string>;

/** What navigation needs of the app: to make a page, and to draw it. */
interface NavigationHost {
  pkg: WeappPackage;
  screen: Screen | undefined;
  createPage(route: string, query: Query): Page;
  toApp<T>(value: T): T;
}

/** The stack of open pages and the tab pages kept behind it. */
export class Navigation {
  /** Bottom first; the last one is visible. */
  stack: Page[] = [];
  private readonly tabs = new Map<string, Page>();
  private moves = 0;

  constructor(private readonly host: NavigationHost) {}

  get current(): Page | undefined {
    return this.stack.at(-1);
  }

  /** Whether a page is on its way to the screen: it is the current one before it is drawn. */
  get moving(): boolean {
    return this.moves > 0;
  }

  /** Every open page, visible or not. */
  find(id: number): Page | undefined {
    return [...this.stack, ...this.tabs.values()].find((page) => page.id === id);
  }

  apis(calls: Calls): Record<string, unknown> {
    const to = (name: string, go: (url: string) => Promise<unknown>) =>
      calls.api(name, async ({ url }: CallOptions) => {
        await go(String(url));
        return {};
      });
    return {
      navigateTo: to('navigateTo', (url) => this.navigateTo(url)),
      redirectTo: to('redirectTo', (url) => this.redirectTo(url)),
      switchTab: to('switchTab', (url) => this.switchTab(url)),
      reLaunch: to('reLaunch', (url) => this.reLaunch(url)),
      navigateBack: calls.api('navigateBack', async ({ delta }: CallOptions) => {
        await this.back(Number(delta ?? 1));
        return {};
      }),
      setNavigationBarTitle: calls.api('setNavigationBarTitle', async ({ title }: CallOptions) => {
        const page = this.current;
        if (page) page.title = String(title);
        if (page) await this.host.screen?.show(page);
        return {};
      }),
    };
  }

  async navigateTo(url: string): Promise<void> {
    const { route, query } = this.locate(url);
    if (this.host.pkg.isTab(route)) throw new WxFailure('can not navigateTo a tabbar page');
    if (this.stack.length >= STACK_LIMIT) throw new WxFailure('webview count limit exceed');
    this.current?.hide();
    await this.open(route, query);
  }

  async redirectTo(url: string): Promise<void> {
    const { route, query } = this.locate(url);
    if (this.host.pkg.isTab(route)) throw new WxFailure('can not redirectTo a tabbar page');
    this.drop(this.stack.pop());
    await this.open(route, query);
  }

  async back(delta = 1): Promise<void> {
    if (this.stack.length < 2) throw new WxFailure('cannot navigate back at first page.');
    const count = Math.min(Math.max(delta, 1), this.stack.length - 1);
    for (const page of this.stack.splice(-count).reverse()) this.drop(page);
    await this.reveal(this.current);
  }

  async switchTab(url: string): Promise<void> {
    const { route } = this.locate(url);
    if (!this.host.pkg.isTab(route)) throw new WxFailure('can not switch to no-tabBar page');
    if (this.current?.route === route) return;
    if (this.current && this.tabs.get(this.current.route) === this.current) this.current.hide();
    for (const page of this.stack.splice(0).reverse()) {
      if (this.tabs.get(page.route) !== page) this.drop(page);
    }
    const kept = this.tabs.get(route);
    if (!kept) return this.open(route, {});
    this.stack.push(kept);
    await this.reveal(kept);
  }

  async reLaunch(url: string): Promise<void> {
    const { route, query } = this.locate(url);
    this.closeAll();
    await this.open(route, query);
  }

  closeAll(): void {
    const open = new Set([...this.stack.splice(0).reverse(), ...this.tabs.values()]);
    for (const page of open) this.drop(page);
  }

  /** Route and undecoded query values of a url, as WeChat hands them over. */
  private locate(url: string): { route: string; query: Query } {
    const [address = '', search = ''] = url.split('?');
    const base = this.current ? path.posix.dirname(this.current.route) : '';
    const route = address.startsWith('/') ? address.slice(1) : path.posix.join(base, address);
    if (!this.host.pkg.pages().includes(route)) throw new WxFailure(`page "${route}" is not found`);
    const pairs = search.split('&').filter((pair) => pair !== '');
    const query = Object.fromEntries(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [name, value.join('=')];
      }),
    );
    return { route, query };
  }

  private async open(route: string, query: Query): Promise<void> {
    const page = this.host.createPage(route, query);
    this.stack.push(page);
    if (this.host.pkg.isTab(route)) this.tabs.set(route, page);
    await this.move(async () => {
      await this.host.screen?.open(page);
      page.call('onLoad', this.host.toApp(query));
      page.show();
      await this.host.screen?.drawn(page.id);
      await new Promise(setImmediate);
      page.call('onReady');
    });
  }

  private async reveal(page: Page | undefined): Promise<void> {
    if (!page) return;
    await this.move(async () => {
      page.show();
      await this.host.screen?.show(page);
    });
  }

  private async move(work: () => Promise<void>): Promise<void> {
    this.moves += 1;
    try {
      await work();
    } finally {
      this.moves -= 1;
    }
  }

  private drop(page: Page | undefined): void {
    if (!page) return;
    page.unload();
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route);
    void this.host.screen?.close(page.id);
  }
}
