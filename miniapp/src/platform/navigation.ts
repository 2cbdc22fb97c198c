import { queryString } from '@qihang/shared/contract/client';
import Taro, { useRouter } from '@tarojs/taro';
import { isH5 } from './target';

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** Every page by a name; paths are relative to the root of the package. */
export const pages = {
  home: '/pages/home/index',
  jobs: '/pages/jobs/index',
  questions: '/pages/questions/index',
  me: '/pages/me/index',
  job: '/features/jobs/pages/detail/index',
  jobForm: '/features/jobs/pages/form/index',
  saved: '/features/jobs/pages/saved/index',
  calendar: '/features/jobs/pages/calendar/index',
  jobImport: '/features/jobs/pages/import/index',
  myJobs: '/features/jobs/pages/mine/index',
  posts: '/features/posts/pages/list/index',
  post: '/features/posts/pages/detail/index',
  postForm: '/features/posts/pages/form/index',
  thread: '/features/threads/pages/detail/index',
  ask: '/features/threads/pages/ask/index',
  search: '/features/search/pages/index/index',
  signIn: '/features/account/pages/sign-in/index',
  activation: '/features/account/pages/activation/index',
  profile: '/features/account/pages/profile/index',
  settings: '/features/account/pages/settings/index',
  security: '/features/account/pages/security/index',
  consent: '/features/my-data/pages/consent/index',
  myData: '/features/my-data/pages/data/index',
  leave: '/features/my-data/pages/leave/index',
  document: '/features/my-data/pages/document/index',
  boardsAdmin: '/features/boards-admin/pages/list/index',
  audit: '/features/audit/pages/list/index',
  people: '/features/people/pages/list/index',
  person: '/features/people/pages/person/index',
  handover: '/features/people/pages/handover/index',
  orphans: '/features/people/pages/orphans/index',
  mutes: '/features/people/pages/mutes/index',
  verification: '/features/verification/pages/identity/index',
  roster: '/features/roster/pages/list/index',
  rosterImport: '/features/roster/pages/import/index',
  classCodes: '/features/roster/pages/codes/index',
} as const;
export type Page = keyof typeof pages;

const tabs: readonly Page[] = ['home', 'jobs', 'questions', 'me'];
export type Tab = 'home' | 'jobs' | 'questions' | 'me';

/** Where a page stands, for a link that a browser opens beside this one. */
export const addressOf = (page: Page, query: Query = {}) => pages[page] + queryString(query);

/** WeChat refuses an eleventh page silently; from the ninth on the new page takes the place of the last. */
const deepest = 9;

/** Opens a page over this one; a tab page is switched to, and then takes no query. */
export function open(page: Page, query: Query = {}) {
  const url = pages[page] + queryString(query);
  if (tabs.includes(page)) return Taro.switchTab({ url: pages[page] });
  return Taro.getCurrentPages().length >= deepest ? Taro.redirectTo({ url }) : Taro.navigateTo({ url });
}

/** Puts a page in the place of this one, so that "back" leaves both. */
export const openInstead = (page: Page, query: Query = {}) => {
  const url = pages[page] + queryString(query);
  return tabs.includes(page) ? Taro.switchTab({ url: pages[page] }) : Taro.redirectTo({ url });
};

/** One page back; from a page opened by a link, to the home page. */
export const back = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: pages.home });

/** The query this page was opened with, decoded, one value a key. */
export function usePageQuery(): Record<string, string> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => {
      if (value === undefined || key === 'stamp' || key.startsWith('$')) return [];
      return [[key, decode(String(value))]];
    }),
  );
}

function decode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address bar's query with repeated keys, as `?city=深圳&city=广州`; always empty in WeChat. */
export function addressQuery(): Record<string, string[]> {
  if (!isH5) return {};
  const found: Record<string, string[]> = {};
  new URLSearchParams(window.location.search).forEach((value, key) => {
    found[key] = [...(found[key] ?? []), value];
  });
  return found;
}

/** Writes what the page shows into the address bar, so that a copied link and "back" bring it again. */
export function writeAddress(page: Page, query: Query) {
  if (!isH5) return;
  window.history.replaceState(window.history.state, '', pages[page] + queryString(query));
}

/** Sign in at the action, then come back to where one was: the page underneath keeps what was typed. */
export const signInFirst = () => open('signIn');

/** Be verified at the action, and come back the same way: what was typed waits underneath. */
export const verifyFirst = () => open('verification', { goBack: true });
