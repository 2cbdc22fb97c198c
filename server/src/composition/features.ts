import { background } from '../background/feature';
import type { Feature } from '../feature';
import { audit } from '../features/audit/feature';
import { boards } from '../features/boards/feature';
import { care } from '../features/care/feature';
import { cases } from '../features/cases/feature';
import { consents } from '../features/consents/feature';
import { contentCheck } from '../features/content-check/feature';
import { deliveries } from '../features/deliveries/feature';
import { desk } from '../features/desk/feature';
import { digests } from '../features/digests/feature';
import { duty } from '../features/duty/feature';
import { follows } from '../features/follows/feature';
import { idempotency } from '../features/idempotency/feature';
import { jobs } from '../features/jobs/feature';
import { moderation } from '../features/moderation/feature';
import { mustRead } from '../features/must-read/feature';
import { myData } from '../features/my-data/feature';
import { notifications } from '../features/notifications/feature';
import { people } from '../features/people/feature';
import { portrayals } from '../features/portrayals/feature';
import { postFeedback } from '../features/post-feedback/feature';
import { posts } from '../features/posts/feature';
import { rateLimits } from '../features/rate-limits/feature';
import { reminders } from '../features/reminders/feature';
import { reports } from '../features/reports/feature';
import { reveal } from '../features/reveal/feature';
import { revisions } from '../features/revisions/feature';
import { saves } from '../features/saves/feature';
import { search } from '../features/search/feature';
import { session } from '../features/session/feature';
import { site } from '../features/site/feature';
import { subscriptions } from '../features/subscriptions/feature';
import { threads } from '../features/threads/feature';
import { uploads } from '../features/uploads/feature';
import { users } from '../features/users/feature';
import { verification } from '../features/verification/feature';
import { wechatPush } from '../features/wechat-push/feature';
import { weekly } from '../features/weekly/feature';
import { startup } from '../startup/feature';

/**
 * One line a feature, each after those that its tables refer to. 我的数据 shows them, and erasing a person goes through them,
 * from the end.
 */
export const features: readonly Feature[] = [
  users,
  boards,
  audit,
  cases,
  moderation,
  contentCheck,
  care,
  uploads,
  jobs,
  posts,
  threads,
  revisions,
  mustRead,
  postFeedback,
  portrayals,
  reports,
  duty,
  notifications,
  reveal,
  digests,
  saves,
  follows,
  weekly,
  consents,
  verification,
  session,
  myData,
  site,
  people,
  desk,
  search,
  idempotency,
  rateLimits,
  subscriptions,
  deliveries,
  reminders,
  wechatPush,
  background,
  startup,
];
