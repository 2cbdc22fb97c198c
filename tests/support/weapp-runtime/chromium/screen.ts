import {
  type Browser,
  chromium,
  type ElementHandle,
  type Frame,
  type Locator,
  type Page as Tab,
} from 'playwright-core';
import { patience } from '../../waiting';
import type { Page } from '../logic/page';
import { MiniApp } from '../mini-app';
import type { OpenOptions } from '../options';
import type { Screen } from '../screen';
import type { FindOptions, Target } from '../view/find';
import type { ViewOp } from '../view/node';
import { WeappPackage } from '../weapp-package';
import type { Measure } from '../wx/query';
import type { Theme } from '../wx/system';
import { Canvas } from './canvas';
import { Fingers } from './fingers';
import { serveScreen } from './server';
import { Surroundings } from './surroundings';
import { cssOf } from './wxss';

/** Flags that keep a headless Chromium off the network and off the display. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Server = Awaited<ReturnType<typeof serveScreen>>;

/** Draws the pages of an app in Chromium, one frame each, and brings what is done there to the app. */
export class ChromiumScreen implements Screen {
  /** What the browser complained about: uncaught exceptions and console errors. */
  readonly complaints: string[] = [];
  private readonly canvases = new Map<number, Canvas>();
  private readonly surroundings: Surroundings;
  private app: MiniApp | undefined;

  private constructor(
    private readonly pkg: WeappPackage,
    private readonly browser: Browser,
    /** The browser's page, for what the methods here do not cover. */
    readonly tab: Tab,
    private readonly server: Server,
  ) {
    this.surroundings = new Surroundings(tab, pkg);
  }

  /** Opens an app on a screen of 390 × 844 CSS pixels, or of `options.screen`. End with `dispose`. */
  static async launch(options: OpenOptions): Promise<{ app: MiniApp; screen: ChromiumScreen }> {
    const pkg = new WeappPackage(options.dist);
    const server = await serveScreen(pkg);
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    const browser = await chromium
      .launch({ executablePath, headless: true, args: FLAGS, timeout: patience })
      .catch(async (error) => {
        await server.close();
        throw error;
      });
    const tab = await browser.newPage({
      viewport: options.screen ?? { width: 390, height: 844 },
      deviceScaleFactor: options.pixelRatio ?? 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
    });
    tab.setDefaultTimeout(patience);
    const screen = new ChromiumScreen(pkg, browser, tab, server);
    try {
      await screen.connect();
      return { app: await MiniApp.open(options, screen), screen };
    } catch (error) {
      await screen.dispose();
      throw error;
    }
  }

  /** The frame of the visible page, for locators of playwright. */
  get frame(): Frame {
    return this.canvas(this.running().page.id).frame;
  }

  /** Touches a node where it is drawn, as soon as it can be touched there; named as for `MiniApp.tap`. */
  async tap(target: Target, options?: FindOptions): Promise<void> {
    const element = await this.element(target, options);
    await this.clicked(this.frame, () => element.tap());
  }

  /** Touches what the locator finds, in the page or around it, and waits for what that does. */
  async touch(locator: Locator): Promise<void> {
    const frame = await (await locator.elementHandle())?.ownerFrame();
    await this.clicked(frame ?? this.frame, () => locator.tap());
  }

  /** Types into a field with the browser's keyboard, replacing what it held. */
  async input(target: Target, text: string, options?: FindOptions): Promise<void> {
    await (await this.element(target, options)).fill(text);
    await this.settle();
  }

  /** A PNG of the screen; with `path` it is written there. */
  async screenshot(path?: string): Promise<Buffer> {
    await this.settle();
    return this.tab.screenshot(path === undefined ? {} : { path });
  }

  /** Waits until the app has heard of every gesture, rests, and all it drew is visible. */
  async settle(): Promise<void> {
    await this.told();
    await this.running().idle();
    await Promise.all([...this.canvases.values()].map((canvas) => canvas.applied));
  }

  /** Closes the app, the browser and the server behind it. */
  async dispose(): Promise<void> {
    this.app?.close();
    await this.browser.close();
    await this.server.close();
  }

  async attach(app: MiniApp): Promise<void> {
    this.app = app;
    app.logic.ui.onChange = (record) => {
      app.logic.track(this.surroundings.showUi(record));
      if (record.api !== 'pageScrollTo') return;
      const top = Number(record.options.scrollTop ?? 0);
      app.logic.track(this.frame.evaluate((to) => window.frameApi.scrollTo(to), top));
    };
    await this.setTheme(app.logic.phone.theme);
  }

  draw(pageId: number, op: ViewOp): void {
    this.canvas(pageId).draw(op);
  }

  drawn(pageId: number): Promise<void> {
    return this.canvas(pageId).applied;
  }

  async open(page: Page): Promise<void> {
    await this.tab.evaluate((id) => window.hostApi.addPage(id), page.id);
    const frame = this.tab.frame({ name: `page-${page.id}` });
    if (!frame) throw new Error(`the frame of ${page.route} did not load`);
    const distance = this.pkg.windowOf(page.route).onReachBottomDistance ?? 50;
    const start = [page.id, cssOf(this.pkg, page.route), distance] as const;
    await frame.evaluate(([id, css, reach]) => window.frameApi.start(id, css, reach), start);
    this.canvas(page.id).frame = frame;
    await this.show(page);
  }

  async show(page: Page): Promise<void> {
    await this.surroundings.showPage(page, this.running().stack.length);
  }

  async close(pageId: number): Promise<void> {
    this.canvases.delete(pageId);
    if (!this.browser.isConnected()) return;
    await this.tab.evaluate((id) => window.hostApi.removePage(id), pageId).catch(() => undefined);
  }

  async measure(pageId: number, nodes: number[] | undefined): Promise<Measure[]> {
    const canvas = this.canvas(pageId);
    await canvas.applied;
    return canvas.frame.evaluate((ids) => window.frameApi.measure(ids), nodes);
  }

  async setTheme(theme: Theme): Promise<void> {
    this.surroundings.theme = theme;
    await this.tab.emulateMedia({ colorScheme: theme });
    await this.surroundings.drawTabs();
    if (this.app?.logic.navigation.current) await this.show(this.app.page);
  }

  private async connect(): Promise<void> {
    this.tab.on('pageerror', (error) => this.complaints.push(error.message));
    this.tab.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    await new Fingers(this.tab, () => this.running()).connect();
    await this.tab.goto(this.server.url);
  }

  private async told(): Promise<void> {
    await this.tab.evaluate(() => window.hostApi.told());
    const frames = [...this.canvases.values()].flatMap(({ openFrame }) => openFrame ?? []);
    await Promise.all(frames.map((frame) => frame.evaluate(() => window.frameApi.told()).catch(gone(frame))));
  }

  /** Touches, and waits for the click, which the browser makes in its own time after the touch has ended. */
  private async clicked(frame: Frame, touch: () => Promise<void>): Promise<void> {
    const click = await frame.evaluateHandle(() => ({
      came: new Promise<void>((resolve) => {
        document.addEventListener('click', () => resolve(), { once: true, capture: true });
      }),
    }));
    await touch();
    await click.evaluate(({ came }) => came).catch(gone(frame));
    await this.settle();
  }

  private async element(target: Target, options?: FindOptions): Promise<ElementHandle> {
    await this.settle();
    const { id } = this.running().find(target, options);
    const handle = await this.frame.evaluateHandle((node) => window.frameApi.element(node), id);
    const element = handle.asElement();
    if (!element) throw new Error(`"${target}" is not drawn`);
    return element as ElementHandle;
  }

  private canvas(pageId: number): Canvas {
    const known = this.canvases.get(pageId);
    if (known) return known;
    const fresh = new Canvas((message) => this.complaints.push(message));
    this.canvases.set(pageId, fresh);
    return fresh;
  }

  private running(): MiniApp {
    if (!this.app) throw new Error('no app is attached to the screen');
    return this.app;
  }
}

/** Swallows the failure of a call into a page that was closed meanwhile, by what a touch on it did. */
const gone = (frame: Frame) => (error: unknown) => {
  if (!frame.isDetached()) throw error;
};
