import { type Calls, WxFailure } from './calls';

/** WeChat's scene of 单页模式: one page, opened in Moments and shown alone. */
export const SINGLE_PAGE_SCENE = 1154;

/** What WeChat refuses there: signing in, leaving the page, and asking for consent. */
const REFUSED = [
  'login',
  'checkSession',
  'navigateTo',
  'redirectTo',
  'switchTab',
  'reLaunch',
  'navigateBack',
  'requestSubscribeMessage',
  'addPhoneCalendar',
];

/** The refused APIs, each failing as it does on the phone. */
export const singlePageApis = (calls: Calls): Record<string, unknown> =>
  Object.fromEntries(
    REFUSED.map((name) => [
      name,
      calls.api(name, () => {
        throw new WxFailure('can not be called in single page mode');
      }),
    ]),
  );
