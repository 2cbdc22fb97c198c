import { focusManager, onlineManager } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { dressOutside } from './reading';
import { isWeapp } from './target';

/** Ties the phone to the app, once at start: network and foreground for react-query, the reader's theme. */
export function startApp() {
  if (isWeapp) {
    onlineManager.setEventListener((setOnline) => {
      const listen: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => setOnline(isConnected);
      Taro.onNetworkStatusChange(listen);
      return () => Taro.offNetworkStatusChange(listen);
    });
    Taro.onAppShow(() => focusManager.setFocused(true));
    Taro.onAppHide(() => focusManager.setFocused(false));
  }
  dressOutside();
}
