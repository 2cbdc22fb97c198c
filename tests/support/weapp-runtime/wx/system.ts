import type { Realm } from '../logic/realm';
import type { WindowSize } from '../view/backend';
import { type CallOptions, type Calls, WxFailure } from './calls';
import { apiCatalog, isOlder } from './catalog';

export type Theme = 'light' | 'dark';

/** The phone and the user's account, as the app may ask for them. */
export interface Phone {
  sdkVersion: string;
  platform: 'ios' | 'android' | 'devtools';
  theme: Theme;
  /** WeChat's own font size setting in px; 17 is normal on iOS. */
  fontSize: number;
  screen: WindowSize;
  /** The part of the screen that the visible page fills. */
  window: () => WindowSize;
  /** Scene number of the launch, see WeChat's list; see single-page.ts for 单页模式. */
  scene: number;
  online: () => boolean;
  /** The code of `wx.login`; WeChat gives a new one each time. */
  loginCode: () => string | Promise<string>;
  /** The user's choice for each template of a subscription request. */
  onSubscribe: (templateId: string) => 'accept' | 'reject' | 'ban';
  /** Whether the app's code runs inside the handling of a tap. */
  inTap: () => boolean;
}

/** Heights in CSS pixels, as `chromium/browser/host.css` draws them. */
const STATUS_BAR = 44;
const NAVIGATION_BAR = 44;
const TAB_BAR = 50;

/** What the bars of a page leave of the screen. */
export function windowWithin(screen: WindowSize, bars: { navigation: boolean; tabs: boolean }): WindowSize {
  const taken = (bars.navigation ? STATUS_BAR + NAVIGATION_BAR : 0) + (bars.tabs ? TAB_BAR : 0);
  return { width: screen.width, height: screen.height - taken };
}

/** Device, version, account and permission APIs. */
export function systemApis(
  phone: Phone,
  realm: Realm,
  calls: Calls,
  launch: () => object,
): Record<string, unknown> {
  const told =
    <T>(read: () => T) =>
    () =>
      realm.toApp(read());
  const windowInfo = () => windowInfoOf(phone);
  const baseInfo = () => ({
    SDKVersion: phone.sdkVersion,
    version: '8.0.50',
    language: 'zh_CN',
    theme: phone.theme,
    fontSizeSetting: phone.fontSize,
    fontSizeScaleFactor: phone.fontSize / 17,
    enableDebug: false,
    host: { env: 'WeChat' },
  });
  const deviceInfo = () => ({
    brand: phone.platform === 'ios' ? 'iPhone' : 'HUAWEI',
    model: phone.platform === 'ios' ? 'iPhone 13' : 'ALN-AL00',
    platform: phone.platform,
    system: phone.platform === 'ios' ? 'iOS 16.0' : 'Android 10',
    benchmarkLevel: 40,
    abi: 'arm64',
  });
  const all = () => ({ ...windowInfo(), ...baseInfo(), ...deviceInfo() });
  const answer = (read: () => object) => () => ({ json: read() });
  return {
    env: realm.toApp({ USER_DATA_PATH: 'http://usr' }),
    getWindowInfo: told(windowInfo),
    getAppBaseInfo: told(baseInfo),
    getDeviceInfo: told(deviceInfo),
    getSystemInfoSync: told(all),
    getSystemInfo: calls.api('getSystemInfo', answer(all)),
    getSystemInfoAsync: calls.api('getSystemInfoAsync', answer(all)),
    getMenuButtonBoundingClientRect: told(() => menuButton(phone.screen)),
    getLaunchOptionsSync: told(launch),
    getEnterOptionsSync: told(launch),
    getAccountInfoSync: told(() => ({
      miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'develop', version: '' },
    })),
    getNetworkType: calls.api(
      'getNetworkType',
      answer(() => ({ networkType: phone.online() ? 'wifi' : 'none' })),
    ),
    canIUse: (schema: string) => canIUse(schema, phone.sdkVersion),
    nextTick: (run: () => void) => void setImmediate(() => realm.guard('wx.nextTick', run)),
    getUpdateManager: () => ({
      onCheckForUpdate: (tell: (result: object) => void) =>
        void setImmediate(() =>
          realm.guard('onCheckForUpdate', () => tell(realm.toApp({ hasUpdate: false }))),
        ),
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
    ...accountApis(phone, calls),
  };
}

function accountApis(phone: Phone, calls: Calls): Record<string, unknown> {
  return {
    login: calls.api('login', async () => ({ json: { code: await phone.loginCode() } })),
    checkSession: calls.api('checkSession', () => undefined),
    getSetting: calls.api('getSetting', () => ({ json: { authSetting: {} } })),
    getPrivacySetting: calls.api('getPrivacySetting', () => ({
      json: { needAuthorization: false, privacyContractName: '《用户隐私保护指引》' },
    })),
    requirePrivacyAuthorize: calls.api('requirePrivacyAuthorize', () => undefined),
    requestSubscribeMessage: calls.api('requestSubscribeMessage', ({ tmplIds }: CallOptions) => {
      const templates = (tmplIds as string[] | undefined) ?? [];
      if (!phone.inTap()) throw new WxFailure('can only be invoked by user TAP gesture.', { errCode: 10005 });
      if (templates.length === 0) throw new WxFailure('TmplIds can not be empty', { errCode: 10001 });
      if (templates.length > 3)
        throw new WxFailure('The number of tmplIds exceeds the limit', { errCode: 20003 });
      return { json: Object.fromEntries([...templates].map((id) => [id, phone.onSubscribe(id)])) };
    }),
  };
}

function windowInfoOf({ screen, window }: Phone): object {
  const { width, height } = window();
  return {
    pixelRatio: 2,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: STATUS_BAR,
    screenTop: screen.height - height,
    safeArea: {
      left: 0,
      right: screen.width,
      top: STATUS_BAR,
      bottom: screen.height,
      width: screen.width,
      height: screen.height - STATUS_BAR,
    },
  };
}

function menuButton({ width }: WindowSize): object {
  const top = STATUS_BAR + 6;
  return { width: 87, height: 32, top, bottom: top + 32, left: width - 94, right: width - 7 };
}

/** `'api'`, `'api.return.field'` or `'component.attribute'`: names outside the typings are components. */
function canIUse(schema: string, sdkVersion: string): boolean {
  const since = apiCatalog().get(schema.split('.')[0] ?? '');
  return since === undefined ? /^[a-z-]+\./.test(schema) : !isOlder(sdkVersion, since);
}
