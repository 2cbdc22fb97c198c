import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { store, stored } from './storage';
import { isH5, isWeapp } from './target';

export type Theme = 'system' | 'light' | 'dark';
/** `system` follows the font size set in WeChat. */
export type TextSize = 'system' | 'normal' | 'large' | 'larger';

interface Reading {
  theme: Theme;
  text: TextSize;
}

const key = 'reading';

/** How this person wants to read: theme and text size, kept on the phone. */
export const useReading = create<Reading>(() => ({
  theme: 'system',
  text: 'system',
  ...stored<Reading>(key),
}));

export function chooseReading(change: Partial<Reading>) {
  useReading.setState(change);
  const { theme, text } = useReading.getState();
  store(key, { theme, text });
  dressOutside();
}

// WeChat's standard is 16 px on Android and 17 px on iOS; its care mode sets 23.8.
const systemText = (): TextSize => {
  if (!isWeapp) return 'normal';
  // Newer than Taro's typings.
  const { fontSizeSetting: size = 16 } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  if (size >= 22) return 'larger';
  return size >= 19 ? 'large' : 'normal';
};

const themeClass = { system: '', light: 'th-l', dark: 'th-d' } as const satisfies Record<Theme, string>;
const textClass = { system: '', normal: '', large: 'fs-m', larger: 'fs-l' } as const satisfies Record<
  TextSize,
  string
>;

/** The classes that a page root carries; see styles/tokens.scss. */
export function useReadingClass(): string {
  const { theme, text } = useReading();
  return [themeClass[theme], textClass[text === 'system' ? systemText() : text]].filter(Boolean).join(' ');
}

/** True where the text is large enough for cards to stack what otherwise stands side by side. */
export function useLargeText(): boolean {
  const { text } = useReading();
  return (text === 'system' ? systemText() : text) === 'larger';
}

const tabKeys = ['home', 'jobs', 'questions', 'me'];
// The native tab bar stands outside the page: these repeat tokens of styles/tokens.scss by value.
const tabColours = {
  light: { color: '#43545a', selectedColor: '#0b5963', backgroundColor: '#ffffff', borderStyle: 'white' },
  dark: { color: '#b3c1c3', selectedColor: '#74c4c6', backgroundColor: '#182123', borderStyle: 'black' },
} as const;

/** Dresses what stands outside the page root: `<html>` in a browser, the window and tab bar in WeChat. */
export function dressOutside() {
  const { theme } = useReading.getState();
  if (isH5) {
    document.documentElement.className = themeClass[theme];
    return;
  }
  if (theme === 'system') return;
  // These fail on pages without a tab bar and are done again when a tab page shows; there is nothing to tell anybody.
  const ignore = () => undefined;
  Taro.setTabBarStyle(tabColours[theme]).catch(ignore);
  for (const [index, tab] of tabKeys.entries())
    Taro.setTabBarItem({
      index,
      iconPath: `assets/tabs/${tab}-${theme}.png`,
      selectedIconPath: `assets/tabs/${tab}-${theme}-on.png`,
    }).catch(ignore);
}
