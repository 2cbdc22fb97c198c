import Taro from '@tarojs/taro';
import { ApiError } from './api-error';
import { isSinglePage } from './scene';
import { isWeapp } from './target';

/** Whether this phone can sign in with WeChat at all: only in a mini-program that is really open. */
export const hasWechatSignIn = (): boolean => isWeapp && !isSinglePage();

/** A code of `wx.login`, good once and for 5 minutes. Throws ApiError `network` when WeChat gives none. */
export async function wechatCode(): Promise<string> {
  try {
    const { code } = await Taro.login({ timeout: 10_000 });
    return code;
  } catch {
    throw new ApiError('network', '微信没有回应，请检查网络后重试');
  }
}
