import { isWeapp } from './target';

interface Opening {
  url: string;
  success: (result: { cancel?: boolean }) => void;
  fail: (problem: { errMsg?: string }) => void;
}

// From base library 3.4.8 on; Taro does not know it yet, and WeChat has no promise of it.
declare const wx: { openOfficialAccountArticle?: (opening: Opening) => void };

const article = /^https:\/\/mp\.weixin\.qq\.com\//i;

/**
 * Opens an article of a 公众号 in WeChat itself. False where that is not possible: another address, a browser, an older WeChat.
 * Must run in a tap.
 * @param instead runs when WeChat refuses, as with an article that is gone
 */
export function openOfficialArticle(url: string, instead: () => void): boolean {
  if (!isWeapp || !article.test(url) || typeof wx.openOfficialAccountArticle !== 'function') return false;
  wx.openOfficialAccountArticle({
    url,
    success: () => undefined,
    fail: ({ errMsg = '' }) => {
      // A person who is asked by WeChat and says no wants nothing else.
      if (!errMsg.includes('cancel')) instead();
    },
  });
  return true;
}
