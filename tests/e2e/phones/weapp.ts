import { weappBuild } from '../../support/builds/weapp';
import { ChromiumScreen } from '../../support/weapp-runtime/chromium/screen';
import { MiniApp } from '../../support/weapp-runtime/mini-app';
import type { Phone } from './phone';
import { partIn, targetIn } from './target';

function phoneOf(app: MiniApp, close: () => Promise<void>): Phone {
  return {
    async tap(what) {
      await app.waitFor(`"${what}" to tap`, () => app.hasWhole(what));
      await app.tap(what);
    },
    async tapPart(words) {
      await app.waitFor(`"${words}" to tap`, () => app.has(words));
      await app.tap(words);
    },
    async type(placeholder, text) {
      await app.waitFor(`the field "${placeholder}"`, () => app.has(placeholder));
      await app.input(placeholder, text);
    },
    async confirm(placeholder) {
      await app.waitFor(`the field "${placeholder}"`, () => app.has(placeholder));
      await app.confirm(placeholder);
    },
    // The sheet that asks is drawn above the page, and so after it.
    async agree(word) {
      await app.waitFor(`"${word}" to agree to`, () => app.has(word));
      await app.tap(word, { nth: app.count(word) - 1 });
    },
    tab: (name) => app.tapTab(name),
    back: () => app.back(),
    see: (text) => app.waitForText(text),
    seeNot: (text) => app.waitForTextGone(text),
    hear: (text) => app.waitForMessage(text),
    words: async () => app.text(),
    copied: async () => app.clipboard,
    faults: () => app.errors.map(({ where, message }) => `${where}: ${message}`),
    close,
  };
}

/** The compiled mini-program in Node, without a screen. */
export async function openWeappPhone(url: string): Promise<Phone & { app: MiniApp }> {
  const app = await MiniApp.open({ dist: weappBuild, apiBase: url });
  return { ...phoneOf(app, async () => app.close()), app };
}

/** The compiled mini-program drawn in Chromium; taps are real touches at the place where the thing is drawn. */
export async function openDrawnWeappPhone(url: string): Promise<Phone & { screen: ChromiumScreen }> {
  const { app, screen } = await ChromiumScreen.launch({
    dist: weappBuild,
    apiBase: url,
    pixelRatio: 1,
  });
  const phone = phoneOf(app, () => screen.dispose());
  return {
    ...phone,
    screen,
    async tap(what) {
      await app.waitFor(`"${what}" to tap`, () => app.hasWhole(what));
      await screen.settle();
      await screen.touch(await targetIn(screen.frame, what));
    },
    async tapPart(words) {
      await app.waitFor(`"${words}" to tap`, () => app.has(words));
      await screen.settle();
      await screen.touch(partIn(screen.frame, words));
    },
    async agree(word) {
      await screen.settle();
      await screen.touch(screen.frame.getByText(word, { exact: true }).filter({ visible: true }).last());
    },
    async type(placeholder, text) {
      await screen.frame
        .locator(`[placeholder="${placeholder}"]`)
        .filter({ visible: true })
        .first()
        .fill(text);
      await screen.settle();
    },
    faults: () => [...phone.faults(), ...screen.complaints],
  };
}

/** Signs in as the demo person of this name, for tests that hold the app itself. */
export async function signInWith(app: MiniApp, name: string): Promise<void> {
  await app.tapTab('我的');
  await app.tap('登录');
  await app.waitForText(name);
  await app.tap(name);
  await app.waitForMessage('已登录');
}
