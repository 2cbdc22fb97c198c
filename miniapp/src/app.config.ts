import { accountPackage } from './features/account/subpackage';
import { auditPackage } from './features/audit/subpackage';
import { boardsAdminPackage } from './features/boards-admin/subpackage';
import { jobsPackage } from './features/jobs/subpackage';
import { myDataPackage } from './features/my-data/subpackage';
import { peoplePackage } from './features/people/subpackage';
import { postsPackage } from './features/posts/subpackage';
import { rosterPackage } from './features/roster/subpackage';
import { searchPackage } from './features/search/subpackage';
import { threadsPackage } from './features/threads/subpackage';
import { verificationPackage } from './features/verification/subpackage';

const weapp = process.env.TARO_ENV === 'weapp';

const tab = (key: string, text: string, pagePath: string) => ({
  text,
  pagePath,
  ...(weapp ? { iconPath: `@${key}Icon`, selectedIconPath: `@${key}IconOn` } : {}),
});

export default {
  pages: ['pages/home/index', 'pages/jobs/index', 'pages/questions/index', 'pages/me/index'],
  subPackages: [
    jobsPackage,
    postsPackage,
    threadsPackage,
    searchPackage,
    accountPackage,
    myDataPackage,
    boardsAdminPackage,
    auditPackage,
    peoplePackage,
    verificationPackage,
    rosterPackage,
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: [jobsPackage.root, postsPackage.root] },
    'pages/questions/index': { network: 'all', packages: [threadsPackage.root] },
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
    list: [
      tab('home', '首页', 'pages/home/index'),
      tab('jobs', '招聘', 'pages/jobs/index'),
      tab('questions', '问答', 'pages/questions/index'),
      tab('me', '我的', 'pages/me/index'),
    ],
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
