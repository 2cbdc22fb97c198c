import Taro, {
  useDidHide,
  useDidShow,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro';
import { useEffect } from 'react';
import { isH5 } from './target';

/** Runs `run` each time the page comes to the front, also on coming back to it. */
export function useShown(run: () => void) {
  useDidShow(run);
}

/** Runs `run` when the page goes out of sight: another page, another program, a closed tab. */
export function useHidden(run: () => void) {
  useDidHide(run);
  useEffect(() => {
    if (!isH5) return;
    const onChange = () => {
      if (document.visibilityState === 'hidden') run();
    };
    document.addEventListener('visibilitychange', onChange);
    window.addEventListener('pagehide', run);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
      window.removeEventListener('pagehide', run);
    };
  });
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

/** WeChat cuts the title of a card, which has two lines, and that of Moments, which has one and a half. */
const titleLengths = { chat: 36, moments: 30 } as const;

const shortened = (title: string, length: number) => {
  const signs = [...title];
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : title;
};

/**
 * Makes the page one that WeChat lets people pass on, to chats and to Moments, under this title. Without a picture WeChat takes one of
 * the page.
 * @param path with its query; Moments always open the page that was passed on
 */
export function useShare(title: string, path: string, imageUrl?: string) {
  const picture = imageUrl === undefined ? {} : { imageUrl };
  useShareAppMessage(() => ({ title: shortened(title, titleLengths.chat), path, ...picture }));
  useShareTimeline(() => ({
    title: shortened(title, titleLengths.moments),
    query: path.split('?')[1] ?? '',
    ...picture,
  }));
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

/** Brings the place into view that has this share of an element above it, from 0 to 1. */
export function scrollToShare(selector: string, share: number) {
  if (isH5) return;
  Taro.createSelectorQuery()
    .select(selector)
    .boundingClientRect()
    .selectViewport()
    .scrollOffset()
    .exec(([box, view]: [{ top: number; height: number } | null, { scrollTop: number }]) => {
      if (box)
        Taro.pageScrollTo({ scrollTop: Math.max(0, view.scrollTop + box.top + box.height * share - 160) });
    });
}
