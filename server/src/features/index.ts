import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';
import { mountAudit } from './audit/index';
import { mountBoards } from './boards/index';
import { mountConsents } from './consents/index';
import { mountJobs } from './jobs/index';
import { mountModeration } from './moderation/index';
import { mountMyData } from './my-data/index';
import { mountPeople } from './people/index';
import { mountPosts } from './posts/index';
import { mountSaves } from './saves/index';
import { mountSearch } from './search/index';
import { mountSession } from './session/index';
import { mountSite } from './site/index';
import { mountThreads } from './threads/index';
import { mountVerification } from './verification/index';
import { mountWechatPush } from './wechat-push/index';

/** One line a feature. */
const features = [
  mountSite,
  mountSession,
  mountConsents,
  mountMyData,
  mountVerification,
  mountBoards,
  mountJobs,
  mountSaves,
  mountPosts,
  mountThreads,
  mountSearch,
  mountModeration,
  mountPeople,
  mountAudit,
  mountWechatPush,
];

export function mountFeatures(app: FastifyInstance, context: Context): void {
  for (const mountFeature of features) mountFeature(app, context);
}
