import type { OutgoingFile } from '@qihang/shared/contract/route';
import Taro from '@tarojs/taro';

/**
 * Lets the person choose one file with one of the endings (`csv`); null when nothing was chosen. A mini-program reaches no
 * files but those of a chat: people send it to 文件传输助手 first.
 */
export async function chooseFile(endings: readonly string[]): Promise<OutgoingFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] });
    const [file] = tempFiles;
    return file ? { name: file.name, content: file.path } : null;
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null;
    throw error;
  }
}
