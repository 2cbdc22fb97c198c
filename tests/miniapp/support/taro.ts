// A stand-in for Taro's API: storage in memory, requests answered by the test, page events fired by it.
import { useEffect } from 'react';

interface RequestOptions {
  url: string;
  method: string;
  data?: string;
  header: Record<string, string>;
}
interface Answer {
  statusCode: number;
  data: unknown;
  header?: Record<string, string>;
}
interface UploadOptions {
  url: string;
  filePath: string;
  header: Record<string, string>;
}
/** A file on its way: the test says how far it is, and what becomes of it. */
export interface Sending extends UploadOptions {
  progress: (percent: number) => void;
  answer: (statusCode: number, data: unknown) => void;
  lose: () => void;
  aborted: boolean;
}
type Hook = 'show' | 'hide' | 'reachBottom' | 'pullDown' | 'front';

const storage = new Map<string, string>();
const hooks: Record<Hook, Set<() => void>> = {
  show: new Set(),
  hide: new Set(),
  reachBottom: new Set(),
  pullDown: new Set(),
  front: new Set(),
};

export const phone = {
  storage,
  requests: [] as RequestOptions[],
  uploads: [] as Sending[],
  opened: [] as string[],
  /** What WeChat was asked consent for, by template. */
  consents: [] as string[][],
  /** How often the settings of WeChat were opened. */
  settings: 0,
  pages: 1,
  answer: (_request: RequestOptions): Answer | Promise<Answer> => ({ statusCode: 404, data: {} }),
  /** What the person, or WeChat in their place, answers to a question for consent. */
  consent: async (ids: string[]): Promise<Record<string, string>> =>
    Object.fromEntries(ids.map((id) => [id, 'accept'])),
  /**
   * What the page hears: it comes to the front or leaves it, its end nears, the reader pulls it down; and that the program itself
   * comes to the front.
   */
  fire: (hook: Hook) => {
    for (const listener of hooks[hook]) listener();
  },
  reset() {
    storage.clear();
    phone.requests.length = 0;
    phone.uploads.length = 0;
    phone.opened.length = 0;
    phone.consents.length = 0;
    phone.settings = 0;
    phone.consent = async (ids) => Object.fromEntries(ids.map((id) => [id, 'accept']));
    phone.pages = 1;
  },
};

const useHook = (hook: Hook, run: () => void) =>
  useEffect(() => {
    hooks[hook].add(run);
    return () => {
      hooks[hook].delete(run);
    };
  });

export const useDidShow = (run: () => void) => useHook('show', run);
export const useDidHide = (run: () => void) => useHook('hide', run);
export const useReachBottom = (run: () => void) => useHook('reachBottom', run);
export const usePullDownRefresh = (run: () => void) => useHook('pullDown', run);
export const useShareAppMessage = () => undefined;
export const useShareTimeline = () => undefined;
export const useRouter = () => ({ params: {} as Record<string, string> });

const go = async ({ url = 'back' }: { url?: string } = {}) => {
  phone.opened.push(url);
};

export default {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: string) => {
    storage.set(key, value);
  },
  removeStorageSync: (key: string) => {
    storage.delete(key);
  },
  request: async (options: RequestOptions) => {
    phone.requests.push(options);
    return phone.answer(options);
  },
  uploadFile: (options: UploadOptions) => {
    let hear = (_: { progress: number }) => undefined as unknown;
    const sending = { ...options, aborted: false } as Sending;
    const task = new Promise((resolve, reject) => {
      sending.progress = (progress) => hear({ progress });
      sending.answer = (statusCode, data) => resolve({ statusCode, data: JSON.stringify(data), header: {} });
      sending.lose = () => reject(new Error('uploadFile:fail'));
    });
    phone.uploads.push(sending);
    return Object.assign(task, {
      onProgressUpdate: (listener: typeof hear) => {
        hear = listener;
      },
      abort: () => {
        sending.aborted = true;
        sending.lose();
      },
    });
  },
  requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => {
    phone.consents.push(tmplIds);
    return phone.consent(tmplIds);
  },
  openSetting: async () => {
    phone.settings += 1;
    return { authSetting: {} };
  },
  onAppShow: (run: () => void) => {
    hooks.front.add(run);
  },
  getCurrentPages: () => Array.from({ length: phone.pages }),
  navigateTo: go,
  redirectTo: go,
  switchTab: go,
  navigateBack: go,
  stopPullDownRefresh: () => undefined,
  getWindowInfo: () => ({ windowWidth: 390, pixelRatio: 3 }),
  pageScrollTo: async () => undefined,
  getSelectedTextRange: async () => Promise.reject(new Error('no focused input')),
  onKeyboardHeightChange: () => undefined,
  offKeyboardHeightChange: () => undefined,
  hideKeyboard: async () => undefined,
};
