import { queryString } from '@qihang/shared/contract/client';
import Taro, { useRouter } from '@tarojs/taro';
import type { Page, Tab } from '../app.pages';
import { isH5 } from './target';

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

let addresses: Record<Page, string>;
let tabs: readonly string[];

/** Takes the addresses of all pages, once at start: features declare them, and features import this file. */
export function startNavigation(of: { addresses: Record<Page, string>; tabs: Record<Tab, string> }) {
  addresses = of.addresses;
  tabs = Object.keys(of.tabs);
}

/** The place of a tab in WeChat's bar, from 0. */
export const tabIndex = (tab: Tab): number => tabs.indexOf(tab);

/** The address of a page, for a link that opens in a browser tab of its own. */
export const addressOf = (page: Page, query: Query = {}) => addresses[page] + queryString(query);

/** WeChat refuses an eleventh page silently; from the ninth on the new page takes the place of the last. */
const deepest = 9;

/** Opens a page over this one; a tab page is switched to, and then takes no query. */
export function open(page: Page, query: Query = {}) {
  const url = addresses[page] + queryString(query);
  if (tabs.includes(page)) return Taro.switchTab({ url: addresses[page] });
  return Taro.getCurrentPages().length >= deepest ? Taro.redirectTo({ url }) : Taro.navigateTo({ url });
}

/** Puts a page in the place of this one, so that "back" leaves both. */
export const openInstead = (page: Page, query: Query = {}) => {
  const url = addresses[page] + queryString(query);
  return tabs.includes(page) ? Taro.switchTab({ url: addresses[page] }) : Taro.redirectTo({ url });
};

/** One page back; from a page opened by a link, to the home page. */
export const back = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: addresses.home });

/** The query this page was opened with, decoded, one value a key. */
export function usePageQuery(): Record<string, string> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => {
      if (value === undefined || key === 'stamp' || key.startsWith('$')) return [];
      return [[key, decode(String(value))]];
    }),
  );
}

function decode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address bar's query with repeated keys, as `?city=深圳&city=广州`; always empty in WeChat. */
export function addressQuery(): Record<string, string[]> {
  if (!isH5) return {};
  const found: Record<string, string[]> = {};
  new URLSearchParams(window.location.search).forEach((value, key) => {
    found[key] = [...(found[key] ?? []), value];
  });
  return found;
}

/** Writes what the page shows into the address bar, so that a copied link and "back" bring it again. */
export function writeAddress(page: Page, query: Query) {
  if (!isH5) return;
  window.history.replaceState(window.history.state, '', addresses[page] + queryString(query));
}

/** Sign in at the action, then come back to where one was: the page underneath keeps what was typed. */
export const signInFirst = () => open('signIn');

/** Be verified at the action, and come back the same way: what was typed waits underneath. */
export const verifyFirst = () => open('verification', { goBack: true });
