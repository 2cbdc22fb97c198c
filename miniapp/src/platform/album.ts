import Taro from '@tarojs/taro';
import { confirm, toast } from './feedback';

/** WeChat says so where the person has refused the album before; only its settings undo that. */
const isRefused = (error: unknown) =>
  /auth|deny|privacy/i.test(String((error as { errMsg?: string })?.errMsg ?? ''));
const isCancelled = (error: unknown) => /cancel/i.test(String((error as { errMsg?: string })?.errMsg ?? ''));

/** Puts a picture of this service into the phone's album. Where that was refused, leads to the settings. */
export async function saveToAlbum(url: string) {
  const file = await Taro.downloadFile({ url }).catch(() => null);
  if (file === null || file.statusCode !== 200) {
    toast('没能取到图片，请检查网络后再试');
    return;
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: file.tempFilePath });
    toast('已存到相册，去群里发图片');
  } catch (error) {
    if (isCancelled(error)) return;
    if (!isRefused(error)) toast('没能存到相册，请长按图片保存');
    else if (
      await confirm('还不能存到相册', '你没有允许启航保存图片。可以去设置里打开，或长按图片保存。', '去设置')
    )
      await Taro.openSetting().catch(() => undefined);
  }
}
