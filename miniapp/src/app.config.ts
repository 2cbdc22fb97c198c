import { subpackages, type Tab, tabs } from './app.pages';
import { jobsPackage } from './features/jobs/subpackage';
import { postsPackage } from './features/posts/subpackage';
import { threadsPackage } from './features/threads/subpackage';

const weapp = process.env.TARO_ENV === 'weapp';

const tab = (key: Tab, text: string) => ({
  text,
  pagePath: tabs[key],
  ...(weapp ? { iconPath: `@${key}Icon`, selectedIconPath: `@${key}IconOn` } : {}),
});

interface Subpackage {
  root: string;
  pages: Record<string, string>;
  /** Names of pages that the mini-program leaves out. */
  browserOnly?: readonly string[];
}

const packageOf = ({ root, pages, browserOnly = [] }: Subpackage) => ({
  root,
  pages: Object.entries(pages).flatMap(([name, path]) => (weapp && browserOnly.includes(name) ? [] : [path])),
});

export default {
  pages: Object.values(tabs),
  subPackages: subpackages.map(packageOf),
  preloadRule: {
    [tabs.home]: { network: 'all', packages: [jobsPackage.root, postsPackage.root] },
    [tabs.questions]: { network: 'all', packages: [threadsPackage.root] },
  },
  window: {
    // Every page draws its own bar: in WeChat the search shares its row with the capsule.
    navigationStyle: 'custom',
    navigationBarTitleText: '启航',
    ...(weapp
      ? {
          navigationBarTextStyle: '@barText',
          navigationBarBackgroundColor: '@page',
          backgroundColor: '@page',
          backgroundTextStyle: '@loading',
        }
      : {}),
  },
  tabBar: {
    // In a browser the page frame draws the bar, so that it can turn into a rail on wide screens.
    custom: !weapp,
    color: weapp ? '@tab' : '#43545a',
    selectedColor: weapp ? '@tabOn' : '#0b5963',
    backgroundColor: weapp ? '@card' : '#ffffff',
    borderStyle: weapp ? '@tabBorder' : 'white',
    list: [tab('home', '首页'), tab('jobs', '招聘'), tab('questions', '问答'), tab('me', '我的')],
  },
  animation: false,
  ...(weapp
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        lazyCodeLoading: 'requiredComponents',
        __usePrivacyCheck__: true,
        networkTimeout: { request: 10_000, uploadFile: 60_000, downloadFile: 60_000 },
      }
    : {}),
};
