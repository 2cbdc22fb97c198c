import { type Database, openDatabase } from '@qihang/server/db/database';
import { insertDefaultBoards } from '@qihang/server/features/boards/public';
import { columnsOf } from '@qihang/server/features/jobs/actions';
import { insertJob } from '@qihang/server/features/jobs/store';
import { randomIds } from '@qihang/server/ports/ids';
import { inventedJobs } from './jobs';

const chunk = 1000;

/** Writes `rows` invented jobs the way the service does, a lead to post more, and the lead's session. */
export async function fillDatabase(url: string, rows: number, now: Date, tokenHash: string): Promise<void> {
  const db = await openDatabase(url);
  const ownerId = randomIds.next(now);
  await db.write((tx) => insertDefaultBoards(db, tx));
  await insertLead(db, ownerId, now, tokenHash);
  const drafts = inventedJobs(rows);
  for (let done = 0; done < rows; done += chunk) {
    await db.write(async (tx) => {
      for (let i = done; i < Math.min(rows, done + chunk); i++) {
        const draft = drafts.next().value;
        if (!draft) return;
        const publishedAt = new Date(now.getTime() - (rows - i) * 1000);
        await insertJob(db, tx, {
          id: randomIds.next(publishedAt),
          board: 'jobs',
          ownerId,
          ...columnsOf(draft, now),
          unverified: false,
          publishedAt,
          updatedAt: publishedAt,
          verifiedAt: publishedAt,
          verifiedById: ownerId,
          version: 1,
          hidden: false,
          hiddenReason: null,
          importKey: null,
        });
      }
    });
  }
  await db.close();
}

async function insertLead(db: Database, id: string, now: Date, tokenHash: string): Promise<void> {
  const { users, roleGrants, sessions } = db.tables;
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await db.write(async (tx) => {
    await tx.insert(users).values({ id, name: '陈一鸣', verified: true, createdAt: now });
    await tx.insert(roleGrants).values({ id, userId: id, role: 'lead', startsAt: new Date(0) });
    await tx.insert(sessions).values({ tokenHash, userId: id, createdAt: now, expiresAt });
  });
}
