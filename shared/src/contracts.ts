import { auditContract } from './audit/contract';
import { boardsContract } from './boards/contract';
import { careContract } from './care/contract';
import { casesContract } from './cases/contract';
import { consentsContract } from './consents/contract';
import type { Contract } from './contract/route';
import { deliveriesContract } from './deliveries/contract';
import { deskContract } from './desk/contract';
import { digestsContract } from './digests/contract';
import { answerClockContract } from './duty/clock';
import { dutyContract } from './duty/contract';
import { followsContract } from './follows/contract';
import { jobsContract } from './jobs/contract';
import { jobImportContract } from './jobs/import/contract';
import { jobWritingContract } from './jobs/writing';
import { moderationContract } from './moderation/contract';
import { mustReadContract } from './must-read/contract';
import { myDataContract } from './my-data/contract';
import { notificationsContract } from './notifications/contract';
import { notificationSettingsContract } from './notifications/settings';
import { peopleContract } from './people/contract';
import { portrayalsContract } from './portrayals/contract';
import { postFeedbackContract } from './post-feedback/contract';
import { postsContract } from './posts/contract';
import { reportsContract } from './reports/contract';
import { revealContract } from './reveal/contract';
import { jobRevisionsContract, postRevisionsContract } from './revisions/contract';
import { savesContract } from './saves/contract';
import { searchContract } from './search/contract';
import { sessionContract } from './session/contract';
import { sharesContract } from './shares/contract';
import { siteContract } from './site/contract';
import { messageTemplatesContract, subscriptionsContract } from './subscriptions/contract';
import { threadsContract } from './threads/contract';
import { threadMeasuresContract } from './threads/measures';
import { uploadsContract } from './uploads/contract';
import { verificationContract } from './verification/contract';
import { classCodesContract, rosterContract } from './verification/roster';
import { weeklyContract } from './weekly/contract';

/** Every contract by the name under which it is served; the server refuses to start when it lacks one. Not for the phone, which takes what it needs. */
export const contracts = {
  answerClock: answerClockContract,
  audit: auditContract,
  boards: boardsContract,
  cases: casesContract,
  care: careContract,
  consents: consentsContract,
  classCodes: classCodesContract,
  deliveries: deliveriesContract,
  digests: digestsContract,
  desk: deskContract,
  duty: dutyContract,
  follows: followsContract,
  jobs: jobsContract,
  jobImport: jobImportContract,
  jobRevisions: jobRevisionsContract,
  jobWriting: jobWritingContract,
  messageTemplates: messageTemplatesContract,
  moderation: moderationContract,
  mustRead: mustReadContract,
  notifications: notificationsContract,
  notificationSettings: notificationSettingsContract,
  people: peopleContract,
  'my-data': myDataContract,
  portrayals: portrayalsContract,
  postFeedback: postFeedbackContract,
  posts: postsContract,
  postRevisions: postRevisionsContract,
  reports: reportsContract,
  reveal: revealContract,
  roster: rosterContract,
  saves: savesContract,
  search: searchContract,
  session: sessionContract,
  shares: sharesContract,
  site: siteContract,
  subscriptions: subscriptionsContract,
  threads: threadsContract,
  threadMeasures: threadMeasuresContract,
  uploads: uploadsContract,
  verification: verificationContract,
  weekly: weeklyContract,
} satisfies Record<string, Contract>;
