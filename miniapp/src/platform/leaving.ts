import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { confirm } from './feedback';
import { isH5, isWeapp } from './target';

let asked: string | null = null;

/** Asks before the bar's way back leaves a page that has something to lose; true when it may. WeChat asks by itself. */
export const mayLeave = async (): Promise<boolean> =>
  isWeapp || asked === null || (await confirm('离开这一页', asked, '离开'));

const holdTab = (event: BeforeUnloadEvent) => {
  event.preventDefault();
  // Older browsers ask only for a value.
  event.returnValue = '';
};

/** While `message` is set, going back or closing the tab asks first. */
export function useLeaving(message: string | null) {
  useEffect(() => {
    if (message === null) return;
    asked = message;
    if (isH5) window.addEventListener('beforeunload', holdTab);
    if (isWeapp) Taro.enableAlertBeforeUnload({ message });
    return () => {
      asked = null;
      if (isH5) window.removeEventListener('beforeunload', holdTab);
      if (isWeapp) Taro.disableAlertBeforeUnload();
    };
  }, [message]);
}
