import { jobFieldNames } from '@qihang/shared/jobs/fields';
import { desc, eq } from 'drizzle-orm';
import type { Authored } from '../../content/kind';
import { fieldColumns } from './columns';

export const authoredJobs: Authored = {
  column: 'jobs.owner_id',
  section: {
    key: 'jobs',
    title: '发布的岗位',
    what: '你发布的岗位和草稿的全部内容和时间',
    why: '公开展示',
    kept: '到删除；注销时由你选择',
  },
  snapshots({ tables: { jobs } }, read, authorId) {
    const { id, board, publishedAt, updatedAt, life, lifeReason, unfinished, publishAt, unpublishAt } = jobs;
    const plans = { unfinished, publishAt, unpublishAt };
    const words = fieldColumns({ jobs }, jobFieldNames);
    return read
      .select({ id, board, ...words, publishedAt, updatedAt, life, lifeReason, ...plans })
      .from(jobs)
      .where(eq(jobs.ownerId, authorId))
      .orderBy(desc(publishedAt), desc(id));
  },
  async remove({ search, tables: { jobs } }, tx, authorId) {
    const gone = await tx.delete(jobs).where(eq(jobs.ownerId, authorId)).returning({ id: jobs.id });
    for (const { id } of gone) await search.remove(tx, 'job', id);
    return gone.map(({ id }) => ({ type: 'job', id }));
  },
};
