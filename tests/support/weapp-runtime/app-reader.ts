import { patience, pause } from '../waiting';
import type { LogicLayer } from './logic/logic-layer';
import type { Page } from './logic/page';
import type { AppError } from './options';
import { fieldValue } from './view/controls';
import { type FindOptions, find, findAll, findWhole, type Target } from './view/find';
import type { ViewNode } from './view/node';
import { squeeze, textOf } from './view/text';
import type { CalendarEvent } from './wx/calendar';
import type { RequestRecord } from './wx/request';
import type { Dialog, UiRecord } from './wx/ui';

const POLL = 15;

/** Everything a test may look at in a running app, and the ways to wait for it. */
export class AppReader {
  protected constructor(
    /** For what the journey methods do not cover. */
    readonly logic: LogicLayer,
  ) {}

  // What happened

  get errors(): AppError[] {
    return this.logic.errors;
  }

  get requests(): RequestRecord[] {
    return this.logic.network.requests;
  }

  get ui(): UiRecord[] {
    return this.logic.ui.records;
  }

  get dialog(): Dialog | undefined {
    return this.logic.ui.dialog;
  }

  get setDataStats() {
    return this.logic.bridge.stats;
  }

  get unknownApis(): Set<string> {
    return this.logic.apiUse.unknown;
  }

  get usedApis(): Map<string, number> {
    return this.logic.apiUse.used;
  }

  get clipboard(): string {
    return this.logic.ui.clipboard;
  }

  /** What the app wrote into the phone's calendar. */
  get calendar(): CalendarEvent[] {
    return this.logic.calendar.events;
  }

  get storage(): Record<string, unknown> {
    return this.logic.storage.dump();
  }

  // What is on the page

  get page(): Page {
    const page = this.logic.navigation.current;
    if (!page) throw new Error('no page is open');
    return page;
  }

  get route(): string {
    return this.page.route;
  }

  /** Routes of the page stack, the visible page last. */
  get stack(): string[] {
    return this.logic.navigation.stack.map((page) => page.route);
  }

  /** The title in the navigation bar. */
  get title(): string {
    return this.page.title;
  }

  /** Text of the page, or of the part that `target` names. */
  text(target?: Target, options?: FindOptions): string {
    return textOf(target === undefined ? this.page.view.root : this.find(target, options));
  }

  find(target: Target, options?: FindOptions): ViewNode {
    return find(this.page.view.root, target, options);
  }

  count(target: Target): number {
    return findAll(this.page.view.root, target).length;
  }

  has(target: Target): boolean {
    return this.count(target) > 0;
  }

  /** As `has`, but not where the text only stands among others. */
  hasWhole(target: Target): boolean {
    return findWhole(this.page.view.root, target).length > 0;
  }

  /** What a field holds: text, on/off, number, list of checked values. */
  value(target: Target, options?: FindOptions): unknown {
    return fieldValue(this.find(target, options));
  }

  // Waiting

  /**
   * Waits until no request, drawing or navigation is under way and no timer of the app is due at once. Longer timers may
   * still run.
   */
  async idle(timeout = patience): Promise<void> {
    const end = Date.now() + timeout;
    for (let quiet = 0; quiet < 3; quiet = this.logic.busy ? 0 : quiet + 1) {
      if (Date.now() > end) throw new Error(`the app is still busy after ${timeout} ms: ${this.pending()}`);
      await pause(POLL);
    }
  }

  /** Waits until `condition` holds. The error of a timeout tells what the page read. */
  async waitFor(what: string, condition: () => boolean, timeout = patience): Promise<void> {
    const end = Date.now() + timeout;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`${what} did not come in ${timeout} ms.\n${this.describe()}`);
      await pause(POLL);
    }
  }

  /** Waits until the page, or the open dialog, shows `text`. */
  async waitForText(text: string, timeout?: number): Promise<void> {
    const wanted = squeeze(text);
    await this.waitFor(`"${text}"`, () => squeeze(this.shown()).includes(wanted), timeout);
  }

  async waitForTextGone(text: string, timeout?: number): Promise<void> {
    const wanted = squeeze(text);
    await this.waitFor(`the end of "${text}"`, () => !squeeze(this.shown()).includes(wanted), timeout);
  }

  /** Waits for a toast or loading sign with this title. */
  async waitForToast(title: string, timeout?: number): Promise<void> {
    const shows = ({ api, options }: UiRecord) =>
      /^show(Toast|Loading)$/.test(api) && options.title === title;
    await this.waitFor(`the toast "${title}"`, () => this.ui.some(shows), timeout);
  }

  /**
   * Waits for a message that the app takes away by itself. One that was drawn since the last such wait counts although it
   * is gone: a slow machine looks late.
   */
  async waitForMessage(text: string, timeout?: number): Promise<void> {
    const wanted = squeeze(text);
    const { drawnTexts } = this.logic;
    const heard = () => drawnTexts.findIndex((drawn) => squeeze(drawn).includes(wanted));
    await this.waitFor(`the message "${text}"`, () => heard() >= 0, timeout);
    drawnTexts.splice(0, heard() + 1);
  }

  async waitForPage(route: string, timeout?: number): Promise<void> {
    await this.waitFor(`the page ${route}`, () => this.route === route, timeout);
    await this.idle();
  }

  /** The page for a reader: route, text, dialog, and what went wrong. */
  describe(): string {
    const toasts = this.ui
      .filter(({ api }) => api === 'showToast')
      .map(({ options }) => `toast: ${options.title}`);
    const failed = this.requests.filter(({ status }) => status === 0 || status >= 400);
    return [
      `--- ${this.stack.join(' > ')}`,
      this.shown(),
      ...toasts.slice(-3),
      ...failed.slice(-5).map(({ method, url, status, failure }) => `${method} ${url}: ${failure ?? status}`),
      ...this.errors.slice(-5).map(({ where, message }) => `error in ${where}: ${message}`),
    ].join('\n');
  }

  private shown(): string {
    const { dialog } = this;
    const words =
      dialog?.kind === 'modal'
        ? [dialog.title, dialog.content]
        : dialog
          ? [dialog.title, ...dialog.items]
          : [];
    return [this.text(), ...words].join('\n');
  }

  private pending(): string {
    const open = this.requests
      .filter((request) => !request.done)
      .map(({ method, url }) => `${method} ${url}`);
    return open.length > 0 ? open.join(', ') : 'a call of wx or a drawing has not ended';
  }
}
