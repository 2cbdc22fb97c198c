import Taro from '@tarojs/taro';

/** Shows pictures full screen, beginning with `current`. */
export function previewImages(urls: string[], current: string) {
  Taro.previewImage({ urls, current });
}
