import Taro from '@tarojs/taro';
import { copy } from './device';
import { toast } from './feedback';
import { sessionHeaders } from './session';
import { apiBase } from './transport';

const isOurs = (address: string) => address.startsWith(apiBase().replace(/\/api\/v1$/, '/'));

const fetchFile = async (address: string): Promise<string | undefined> => {
  const answer = await Taro.downloadFile({ url: address, header: sessionHeaders('GET') });
  return answer.statusCode === 200 ? answer.tempFilePath : undefined;
};

/** A file of this service as the person who is signed in gets it, under a path on the phone; undefined when it does not come. */
export const privateCopy = async (address: string): Promise<string | undefined> =>
  isOurs(address) ? fetchFile(address).catch(() => undefined) : undefined;

/** Opens a document of this service; a mini-program may not open those of others. */
export async function openDocument(address: string, type?: string): Promise<void> {
  if (!isOurs(address)) return copy(address, '附件链接已复制，请到浏览器打开');
  try {
    const filePath = await fetchFile(address);
    if (filePath === undefined) return toast('附件不在了，或者你不能看');
    const fileType = type as keyof Taro.openDocument.FileType | undefined;
    await Taro.openDocument({ filePath, showMenu: true, ...(fileType ? { fileType } : {}) });
  } catch {
    toast('没能打开附件，请检查网络后再试');
  }
}
