import Taro from '@tarojs/taro';
import { isWeapp } from './target';

// WeChat's number for a page opened in 朋友圈.
const singlePageScene = 1154;

/** 单页模式: the page is shown alone to somebody unknown, who can neither sign in nor go anywhere else. */
export const isSinglePage = () => isWeapp && Taro.getLaunchOptionsSync().scene === singlePageScene;
