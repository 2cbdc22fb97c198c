import type { OutgoingFile } from '@qihang/shared/contract/route';
import Taro from '@tarojs/taro';

/** A file on this phone, with an address under which a picture can be shown before it is sent. */
export interface ChosenImage extends OutgoingFile {
  preview: string;
}

/** Lets the person choose up to `most` pictures, made smaller by WeChat; none when nothing was chosen. */
export async function chooseImages(most: number): Promise<ChosenImage[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
    });
    return tempFiles.map(({ tempFilePath }) => ({
      name: tempFilePath.split('/').pop() ?? '图片',
      content: tempFilePath,
      preview: tempFilePath,
    }));
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return [];
    throw error;
  }
}
