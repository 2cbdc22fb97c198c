import type { AppError, OpenOptions } from '../options';
import type { Screen } from '../screen';
import type { WindowSize } from '../view/backend';
import { compileTemplates } from '../view/templates';
import { WeappPackage } from '../weapp-package';
import { PhoneCalendar } from '../wx/calendar';
import { Calls } from '../wx/calls';
import { type ApiUse, createWx } from '../wx/index';
import { Listeners } from '../wx/listeners';
import { selectorQuery } from '../wx/query';
import { Network } from '../wx/request';
import { SINGLE_PAGE_SCENE, singlePageApis } from '../wx/single-page';
import { Storage } from '../wx/storage';
import { type Phone, systemApis, windowWithin } from '../wx/system';
import { Ui } from '../wx/ui';
import { Modules } from './modules';
import { Navigation } from './navigation';
import { Page, type PageHost } from './page';
import { type LogLine, Realm } from './realm';
import { SetDataBridge } from './set-data';

/** The logic layer of one running app, with everything `wx` stands on. It knows nothing of tests. */
export class LogicLayer {
  readonly pkg: WeappPackage;
  readonly errors: AppError[] = [];
  readonly log: LogLine[] = [];
  readonly warnings = new Set<string>();
  /** Every text that a page drew, in order, whether it still shows or not. */
  readonly drawnTexts: string[] = [];
  readonly apiUse: ApiUse = { used: new Map(), unknown: new Set() };
  readonly bridge = new SetDataBridge((error) => this.fail('setData', error));
  readonly realm: Realm;
  readonly calls: Calls;
  readonly storage: Storage;
  readonly network: Network;
  readonly ui: Ui;
  readonly calendar: PhoneCalendar;
  readonly listeners: Listeners;
  readonly navigation: Navigation;
  readonly phone: Phone;
  private readonly modules: Modules;
  private readonly pageHost: PageHost;
  private readonly launchOptions: { path: string; query: Record<string, string>; scene: number };
  private app: Record<string, unknown> = {};
  private lastPage = 0;
  private working = 0;
  private tapping = false;
  private readonly known = new WeakSet<object>();

  constructor(
    private readonly options: OpenOptions,
    readonly screen: Screen | undefined,
  ) {
    this.pkg = new WeappPackage(options.dist);
    const fail = (where: string, error: unknown) => this.fail(where, error);
    this.realm = new Realm({ onError: fail, onLog: (line) => this.write(line) });
    const { realm } = this;
    this.calls = new Calls(realm, fail);
    this.storage = new Storage(options.storage ?? {}, realm, this.calls);
    this.network = new Network(
      {
        ...(options.apiBase !== undefined && { apiBase: options.apiBase }),
        timeout: this.pkg.config.networkTimeout?.request ?? 60_000,
        allowPatch: options.allowPatch ?? false,
      },
      realm,
      this.calls,
      fail,
    );
    this.network.online = options.online ?? true;
    this.ui = new Ui(options, this.calls);
    this.calendar = new PhoneCalendar(options.calendarAllowed ?? true);
    this.listeners = new Listeners(realm);
    this.phone = this.phoneOf(options);
    this.launchOptions = {
      path: options.path ?? this.pkg.config.entryPagePath ?? this.pkg.pages()[0] ?? '',
      query: options.query ?? {},
      scene: this.phone.scene,
    };
    this.modules = new Modules(this.pkg, realm);
    this.navigation = new Navigation({
      pkg: this.pkg,
      screen,
      createPage: (route, query) => this.createPage(route, query),
      toApp: (value) => realm.toApp(value),
    });
    this.pageHost = {
      pkg: this.pkg,
      realm,
      modules: this.modules,
      templates: compileTemplates(this.pkg),
      sizeOf: (route) => this.windowOf(route, this.phone.screen),
      bridge: this.bridge,
      screen,
      onError: fail,
      onWarning: (message) => this.warnings.add(message),
      onText: (text) => this.drawnTexts.push(text),
      track: (work) => this.track(work),
    };
    realm.expose({
      wx: this.createWx(),
      getApp: () => this.app,
      getCurrentPages: () =>
        realm.evaluate<unknown[]>('[]').concat(this.navigation.stack.map((page) => page.instance)),
      __wxConfig: realm.toApp({ accountInfo: {}, envInfo: {} }),
    });
  }

  /** Runs app.js and opens the first page. */
  async launch(): Promise<void> {
    this.realm.guard('app.js', () => this.modules.launch());
    this.app = this.modules.app;
    this.callApp('onLaunch', this.realm.toApp(this.launchOptions));
    this.callApp('onShow', this.realm.toApp(this.launchOptions));
    const search = Object.entries(this.launchOptions.query).map(([name, value]) => `${name}=${value}`);
    await this.navigation.reLaunch(`/${this.launchOptions.path}?${search.join('&')}`);
  }

  /** Calls a hook of `App({...})`. */
  callApp(hook: string, payload?: unknown): void {
    const member = this.app[hook];
    if (typeof member === 'function')
      this.realm.guard(`App.${hook}`, () => member.call(this.app, payload) as unknown);
  }

  /** Whether work of the app's own is under way: calls, drawing, opening pages, timers due at once. Longer ones do not count. */
  get busy(): boolean {
    return (
      this.working > 0 || this.calls.pending > 0 || this.navigation.moving || this.realm.timersDueSoon > 0
    );
  }

  track(work: Promise<unknown>): void {
    this.working += 1;
    void work
      .catch((error: unknown) => this.fail('runtime', error))
      .finally(() => {
        this.working -= 1;
      });
  }

  duringTap<T>(gesture: () => T): T {
    this.tapping = true;
    try {
      return gesture();
    } finally {
      this.tapping = false;
    }
  }

  /** Records an error once, however often it is thrown on. */
  fail(where: string, error: unknown): void {
    if (typeof error === 'object' && error !== null) {
      if (this.known.has(error)) return;
      this.known.add(error);
    }
    const { message, stack } = (error ?? {}) as { message?: unknown; stack?: unknown };
    const text = message === undefined ? this.describe(error) : String(message);
    this.errors.push({ where, message: text, ...(typeof stack === 'string' && { stack }) });
    if (this.options.verbose) console.error(`[weapp ${where}]`, stack ?? text);
    if (where === 'unhandledRejection') this.listeners.emit('UnhandledRejection', { reason: text });
    else this.listeners.emit('Error', text);
  }

  close(): void {
    this.navigation.closeAll();
    this.realm.close();
    this.network.close();
  }

  private describe(error: unknown): string {
    return typeof error === 'object' ? (JSON.stringify(error) ?? String(error)) : String(error);
  }

  private write(line: LogLine): void {
    this.log.push(line);
    if (this.options.verbose) console.log(`[weapp ${line.level}] ${line.text}`);
  }

  private phoneOf(options: OpenOptions): Phone {
    let logins = 0;
    const screen = options.screen ?? { width: 390, height: 844 };
    return {
      sdkVersion: options.sdkVersion ?? '3.0.0',
      platform: options.platform ?? 'ios',
      theme: options.theme ?? 'light',
      fontSize: options.fontSize ?? 17,
      screen,
      window: () => this.windowOf(this.navigation.current?.route ?? this.launchOptions.path, screen),
      scene: options.scene ?? 1001,
      online: () => this.network.online,
      loginCode: options.loginCode ?? (() => `code-${++logins}`),
      onSubscribe: options.onSubscribe ?? (() => 'accept'),
      inTap: () => this.tapping,
    };
  }

  private windowOf(route: string, screen: WindowSize): WindowSize {
    const navigation = this.pkg.windowOf(route).navigationStyle !== 'custom';
    return windowWithin(screen, { navigation, tabs: this.pkg.isTab(route) });
  }

  private createPage(route: string, query: Record<string, string>): Page {
    this.realm.guard(`${route}.js`, () => this.modules.load(route));
    const definition = this.modules.pages.get(route);
    if (!definition)
      this.fail(route, new Error(`page "${route}" has not been registered yet: no Page() in its file`));
    return new Page(this.pageHost, ++this.lastPage, route, query, definition ?? {});
  }

  private createWx(): object {
    const { realm, calls } = this;
    return createWx({
      sdkVersion: this.phone.sdkVersion,
      implemented: {
        ...systemApis(this.phone, realm, calls, () => this.launchOptions),
        ...this.listeners.apis(),
        ...this.storage.apis(),
        ...this.network.apis(),
        ...this.ui.apis(),
        ...this.calendar.apis(calls),
        ...this.navigation.apis(calls),
        createSelectorQuery: () =>
          selectorQuery(realm, () => {
            const page = this.navigation.current;
            if (!page) throw realm.error('createSelectorQuery before any page is open');
            return page;
          }),
        startPullDownRefresh: calls.api('startPullDownRefresh', () => {
          this.navigation.current?.call('onPullDownRefresh');
          return undefined;
        }),
        ...(this.phone.scene === SINGLE_PAGE_SCENE ? singlePageApis(calls) : {}),
        ...this.options.wx?.(calls),
      },
      use: this.apiUse,
      error: (message) => realm.error(message),
      report: (where, error) => this.fail(where, error),
    });
  }
}
