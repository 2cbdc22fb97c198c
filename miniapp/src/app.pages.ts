import { accountPackage } from './features/account/subpackage';
import { auditPackage } from './features/audit/subpackage';
import { boardsAdminPackage } from './features/boards-admin/subpackage';
import { careAdminPackage } from './features/care-admin/subpackage';
import { deliveriesAdminPackage } from './features/deliveries-admin/subpackage';
import { deskPackage } from './features/desk/subpackage';
import { digestsPackage } from './features/digests/subpackage';
import { dutyPackage } from './features/duty/subpackage';
import { historyPackage } from './features/history/subpackage';
import { jobsPackage } from './features/jobs/subpackage';
import { myDataPackage } from './features/my-data/subpackage';
import { notificationsPackage } from './features/notifications/subpackage';
import { peoplePackage } from './features/people/subpackage';
import { postsPackage } from './features/posts/subpackage';
import { reportsPackage } from './features/reports/subpackage';
import { reviewPackage } from './features/review/subpackage';
import { rosterPackage } from './features/roster/subpackage';
import { searchPackage } from './features/search/subpackage';
import { threadsPackage } from './features/threads/subpackage';
import { verificationPackage } from './features/verification/subpackage';

/** The tab pages, which make up the main package; paths are relative to this folder, as in the subpackages. */
export const tabs = {
  home: 'pages/home/index',
  jobs: 'pages/jobs/index',
  questions: 'pages/questions/index',
  me: 'pages/me/index',
} as const;
export type Tab = keyof typeof tabs;

/** Every subpackage: a feature declares its pages by name, and this is the one list of features. */
export const subpackages = [
  jobsPackage,
  postsPackage,
  digestsPackage,
  threadsPackage,
  dutyPackage,
  deskPackage,
  searchPackage,
  accountPackage,
  myDataPackage,
  boardsAdminPackage,
  careAdminPackage,
  deliveriesAdminPackage,
  auditPackage,
  historyPackage,
  reportsPackage,
  notificationsPackage,
  reviewPackage,
  peoplePackage,
  verificationPackage,
  rosterPackage,
] as const;

type NameIn<Pages> = Pages extends unknown ? keyof Pages : never;
export type Page = Tab | NameIn<(typeof subpackages)[number]['pages']>;

const pathsOf = ({ root, pages }: (typeof subpackages)[number]) =>
  Object.entries<string>(pages).map(([name, path]) => [name, `/${root}/${path}`]);

/** The address of every page by its name. */
export const addresses: Record<Page, string> = Object.fromEntries([
  ...Object.entries(tabs).map(([name, path]) => [name, `/${path}`]),
  ...subpackages.flatMap(pathsOf),
]);
