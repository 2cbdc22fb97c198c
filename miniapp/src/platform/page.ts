import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { isH5 } from './target';

/** Runs `run` each time the page comes to the front, also on coming back to it. */
export function useShown(run: () => void) {
  useDidShow(run);
}

/** Runs `run` when the reader nears the foot of the page. */
export function useNearEnd(run: () => void) {
  useReachBottom(run);
}

/** Runs `refresh` when the reader pulls the page down, and lets the page go back when it is done. */
export function usePullDown(refresh: () => Promise<unknown>) {
  usePullDownRefresh(() => {
    refresh().finally(() => Taro.stopPullDownRefresh());
  });
}

/** Makes the page one that WeChat lets people pass on, under this title. */
export function useShare(title: string, path: string) {
  useShareAppMessage(() => ({ title, path }));
}

/** Names the page: the browser's tab, and WeChat's list of recent pages. */
export function usePageTitle(title: string) {
  useEffect(() => {
    if (isH5) document.title = `${title} · 启航`;
  }, [title]);
}

/** Brings the top of the page into view. */
export const scrollToTop = () => Taro.pageScrollTo({ scrollTop: 0, duration: 0 });

/** Brings the first element of a class into view. */
export function scrollToFirst(className: string) {
  if (isH5) document.querySelector(`.${className}`)?.scrollIntoView({ block: 'center' });
  else Taro.pageScrollTo({ selector: `.${className}`, offsetTop: -160, duration: 200 });
}
