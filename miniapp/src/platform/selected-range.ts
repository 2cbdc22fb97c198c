import Taro from '@tarojs/taro';

/** Where the caret of the field is that has the keyboard; null where WeChat does not say. */
export const selectedRange = (): Promise<{ start: number; end: number } | null> =>
  Taro.getSelectedTextRange({}).then(
    ({ start, end }) => ({ start, end }),
    () => null,
  );
