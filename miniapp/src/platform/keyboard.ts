import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** The height in px that the keyboard takes at the foot of the page; 0 while it is put away. */
export function useKeyboard(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const follow = (change: { height: number }) => setHeight(change.height);
    Taro.onKeyboardHeightChange(follow);
    return () => Taro.offKeyboardHeightChange(follow);
  }, []);
  return height;
}

export const hideKeyboard = () => {
  // Fails where no keyboard is open, which is what was wanted.
  Taro.hideKeyboard().catch(() => undefined);
};
