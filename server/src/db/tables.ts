import { auditTables } from '../features/audit/tables';
import { boardTables } from '../features/boards/tables';
import { consentTables } from '../features/consents/tables';
import { idempotencyTables } from '../features/idempotency/tables';
import { jobTables } from '../features/jobs/tables';
import { moderationTables } from '../features/moderation/tables';
import { myDataTables } from '../features/my-data/tables';
import { postTables } from '../features/posts/tables';
import { saveTables } from '../features/saves/tables';
import { sessionTables } from '../features/session/tables';
import { threadTables } from '../features/threads/tables';
import { userTables } from '../features/users/tables';
import { verificationTables } from '../features/verification/tables';
import { wechatPushTables } from '../features/wechat-push/tables';
import type { Kit } from './kit/pg';
import { searchTables } from './search/tables';

/** Every table, made for one engine; each feature defines its own in its `tables.ts`. */
export function makeTables(kit: Kit) {
  const users = userTables(kit);
  const boards = boardTables(kit);
  const people = { ...users, ...boards };
  const refs = { ...people, ...jobTables(kit, people) };
  return {
    ...refs,
    ...sessionTables(kit, refs),
    ...consentTables(kit, refs),
    ...myDataTables(kit, refs),
    ...verificationTables(kit, refs),
    ...auditTables(kit),
    ...moderationTables(kit, refs),
    ...saveTables(kit, refs),
    ...postTables(kit, refs),
    ...threadTables(kit, refs),
    ...idempotencyTables(kit),
    ...wechatPushTables(kit),
    ...searchTables(kit, refs),
  };
}

export type Tables = ReturnType<typeof makeTables>;
