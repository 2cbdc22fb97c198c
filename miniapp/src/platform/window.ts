import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isH5, isWeapp } from './target';

/** From here on the rail replaces the tab bar and lists stand beside what they open; the same in ui/page-frame.scss. */
const wideQuery = '(min-width: 960px)';

/** True on a wide browser window; a mini-program is always one column. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => isH5 && window.matchMedia(wideQuery).matches);
  useEffect(() => {
    if (!isH5) return;
    const media = window.matchMedia(wideQuery);
    const follow = () => setWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return wide;
}

/** Room that the phone takes at the top, in px: the status bar, and WeChat's capsule at the right. */
export interface TopRoom {
  statusBar: number;
  capsule: number;
}

const measure = (): TopRoom => {
  if (!isWeapp) return { statusBar: 0, capsule: 0 };
  const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo();
  return { statusBar: statusBarHeight, capsule: windowWidth - Taro.getMenuButtonBoundingClientRect().left };
};

let measured: TopRoom | undefined;
export function topRoom(): TopRoom {
  measured ??= measure();
  return measured;
}
