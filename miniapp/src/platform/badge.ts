import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { Tab } from '../app.pages';
import { tabIndex } from './navigation';
import { isH5 } from './target';

/** The numbers on the tabs; drawn by ui/tab-bar in a browser, by WeChat itself on the phone. */
export const useBadges = create<Partial<Record<Tab, number>>>(() => ({}));

/** `99+`; '' for none. */
export const badgeWords = (count: number | undefined): string =>
  !count ? '' : count > 99 ? '99+' : String(count);

/** Shows a number on a tab; 0 takes it away. */
export function setBadge(tab: Tab, count: number): void {
  useBadges.setState({ [tab]: count });
  if (isH5) return;
  const index = tabIndex(tab);
  // WeChat refuses while a page without tabs is in front; the next tab page says it again.
  const refused = () => undefined;
  if (count > 0) Taro.setTabBarBadge({ index, text: badgeWords(count) }).catch(refused);
  else Taro.removeTabBarBadge({ index }).catch(refused);
}
