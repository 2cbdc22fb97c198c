import Taro from '@tarojs/taro';

/** More than two for one nobody sees in a photograph, and it costs twice the bytes. */
const most = 2;

let pixels: number | undefined;

/** Pixels of the screen from left to right that a picture is worth. */
export function screenPixels(): number {
  if (pixels === undefined) {
    const { windowWidth, pixelRatio } = Taro.getWindowInfo();
    pixels = windowWidth * Math.min(most, pixelRatio);
  }
  return pixels;
}
