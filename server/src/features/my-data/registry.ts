import type { PersonalData } from '../../personal-data';
import type { RetentionRule } from '../../retention';
import { auditPersonalData } from '../audit/personal-data';
import { consentPersonalData } from '../consents/personal-data';
import { idempotencyRetention } from '../idempotency/retention';
import { jobPersonalData } from '../jobs/personal-data';
import { moderationPersonalData } from '../moderation/personal-data';
import { moderationRetention } from '../moderation/retention';
import { postPersonalData } from '../posts/personal-data';
import { savePersonalData } from '../saves/personal-data';
import { sessionPersonalData } from '../session/personal-data';
import { sessionRetention } from '../session/retention';
import { threadPersonalData } from '../threads/personal-data';
import { userPersonalData } from '../users/personal-data';
import { verificationPersonalData } from '../verification/personal-data';
import { verificationRetention } from '../verification/retention';
import { wechatPushRetention } from '../wechat-push/retention';
import { eraseDue } from './erasing';
import { myPersonalData } from './personal-data';

/** One line a feature, in the order of 我的数据. The person's own row is emptied last. */
export const personalData: readonly PersonalData[] = [
  myPersonalData,
  sessionPersonalData,
  verificationPersonalData,
  consentPersonalData,
  savePersonalData,
  threadPersonalData,
  postPersonalData,
  jobPersonalData,
  moderationPersonalData,
  auditPersonalData,
  userPersonalData,
];

export const retentionRules: readonly RetentionRule[] = [
  ...sessionRetention,
  ...verificationRetention,
  ...moderationRetention,
  ...idempotencyRetention,
  ...wechatPushRetention,
  eraseDue(personalData),
];
