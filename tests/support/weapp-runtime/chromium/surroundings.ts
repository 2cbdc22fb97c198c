import type { Page as Tab } from 'playwright-core';
import type { Page } from '../logic/page';
import { themed } from '../theme';
import type { WeappPackage } from '../weapp-package';
import type { Theme } from '../wx/system';
import type { UiRecord } from '../wx/ui';
import type { PageChrome } from './browser/protocol';

/** What WeChat draws around and over a page: title bar, tab bar, toasts, dialogs. */
export class Surroundings {
  theme: Theme = 'light';

  constructor(
    private readonly tab: Tab,
    private readonly pkg: WeappPackage,
  ) {}

  /** Shows a page with its bars. `depth` is the size of the page stack. */
  async showPage(page: Page, depth: number): Promise<void> {
    await this.tab.evaluate(([id, chrome]) => window.hostApi.showPage(id, chrome), [
      page.id,
      this.chromeOf(page, depth),
    ] as const);
  }

  /** Draws what the app asked WeChat to show. */
  async showUi({ api, options }: UiRecord): Promise<void> {
    if (api === 'showToast' || api === 'showLoading') {
      const duration = api === 'showToast' ? Number(options.duration ?? 1500) : 0;
      await this.tab.evaluate(([text, ms]) => window.hostApi.toast(text, ms), [
        String(options.title),
        duration,
      ] as const);
    } else if (api === 'hideToast' || api === 'hideLoading') {
      await this.tab.evaluate(() => window.hostApi.toast(undefined, 0));
    } else if (api === 'openDialog' && options.kind === 'modal') {
      await this.tab.evaluate((modal) => window.hostApi.modal(modal as never), options);
    } else if (api === 'openDialog') {
      const { title, items } = options as { title: string; items: string[] };
      await this.tab.evaluate(([heading, entries]) => window.hostApi.sheet(heading, entries), [
        title,
        items,
      ] as const);
    } else if (api === 'closeDialog') {
      await this.tab.evaluate(() => window.hostApi.closeDialog());
    }
  }

  async drawTabs(): Promise<void> {
    const url = (icon: string | undefined) => {
      const file = themed(this.pkg, icon, this.theme, '');
      return file === '' ? '' : `/${file.replace(/^\//, '')}`;
    };
    const tabs = this.pkg.tabs.map((tab) => ({
      text: tab.text,
      icon: url(tab.iconPath),
      selectedIcon: url(tab.selectedIconPath),
    }));
    await this.tab.evaluate((list) => window.hostApi.setTabs(list), tabs);
  }

  private chromeOf(page: Page, depth: number): PageChrome {
    const config = this.pkg.windowOf(page.route);
    const { tabBar } = this.pkg.config;
    const color = (value: string | undefined, fallback: string) =>
      themed(this.pkg, value, this.theme, fallback);
    return {
      title: page.title,
      customNavigation: config.navigationStyle === 'custom',
      barBackground: color(config.navigationBarBackgroundColor, '#000'),
      barText: color(config.navigationBarTextStyle, 'white'),
      pageBackground: color(config.backgroundColor, '#fff'),
      canGoBack: depth > 1,
      tab: this.pkg.tabs.findIndex((tab) => tab.pagePath === page.route),
      tabColors: {
        color: color(tabBar?.color, '#7a7e83'),
        selectedColor: color(tabBar?.selectedColor, '#3cc51f'),
        background: color(tabBar?.backgroundColor, '#fff'),
      },
    };
  }
}
