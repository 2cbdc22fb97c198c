import Taro from '@tarojs/taro';
import { toast } from './feedback';
import { openOfficialArticle } from './official-article';
import { isH5 } from './target';

/** Copies text and says so. A mini-program may not open foreign pages or mail: copying is the way out of it. */
export async function copy(text: string, done: string) {
  try {
    if (isH5) await copyInBrowser(text);
    else {
      await Taro.setClipboardData({ data: text });
      // WeChat shows its own notice; ours says what to do with the text.
      Taro.hideToast();
    }
    toast(done);
  } catch {
    toast(`没能复制，请长按选取：${text}`);
  }
}

async function copyInBrowser(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Plain http, as in a school's inner network, has no clipboard object.
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) throw new Error('copy refused');
}

const mailto = /^mailto:/i;
const tel = /^tel:/i;

/** Opens a web address in a browser, writes a mail, calls a number; WeChat calls, opens articles of 公众号, and copies the others. */
export function openLink(url: string) {
  if (isH5) {
    if (mailto.test(url) || tel.test(url)) window.location.href = url;
    else window.open(url, '_blank', 'noopener,noreferrer');
    return;
  }
  if (tel.test(url)) Taro.makePhoneCall({ phoneNumber: url.replace(tel, '') }).catch(() => undefined);
  else if (mailto.test(url)) copy(url.replace(mailto, ''), '邮箱已复制，去邮箱里粘贴');
  else if (!openOfficialArticle(url, () => copyLink(url))) copyLink(url);
}

const copyLink = (url: string) => copy(url, '链接已复制，请到浏览器打开');
