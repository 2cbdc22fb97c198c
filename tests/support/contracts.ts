import { auditContract } from '@qihang/shared/audit/contract';
import { boardsContract } from '@qihang/shared/boards/contract';
import { consentsContract } from '@qihang/shared/consents/contract';
import type { Contract } from '@qihang/shared/contract/route';
import { jobsContract } from '@qihang/shared/jobs/contract';
import { jobImportContract } from '@qihang/shared/jobs/import/contract';
import { jobWritingContract } from '@qihang/shared/jobs/writing';
import { moderationContract } from '@qihang/shared/moderation/contract';
import { myDataContract } from '@qihang/shared/my-data/contract';
import { peopleContract } from '@qihang/shared/people/contract';
import { postsContract } from '@qihang/shared/posts/contract';
import { savesContract } from '@qihang/shared/saves/contract';
import { searchContract } from '@qihang/shared/search/contract';
import { sessionContract } from '@qihang/shared/session/contract';
import { siteContract } from '@qihang/shared/site/contract';
import { threadsContract } from '@qihang/shared/threads/contract';
import { verificationContract } from '@qihang/shared/verification/contract';
import { classCodesContract, rosterContract } from '@qihang/shared/verification/roster';

/** Every contract by the name of its feature; `openapi.test.ts` fails when the server knows a route that is not here. */
export const contracts: [string, Contract][] = [
  ['audit', auditContract],
  ['boards', boardsContract],
  ['consents', consentsContract],
  ['classCodes', classCodesContract],
  ['jobs', jobsContract],
  ['jobImport', jobImportContract],
  ['jobWriting', jobWritingContract],
  ['moderation', moderationContract],
  ['people', peopleContract],
  ['my-data', myDataContract],
  ['posts', postsContract],
  ['roster', rosterContract],
  ['saves', savesContract],
  ['search', searchContract],
  ['session', sessionContract],
  ['site', siteContract],
  ['threads', threadsContract],
  ['verification', verificationContract],
];
