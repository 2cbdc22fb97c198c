import { desc, eq } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';

export const savePersonalData = definePersonalData({
  columns: { 'saved_jobs.user_id': 'deleted', 'calendar_feeds.user_id': 'deleted' },
  sections: {
    savedJobs: {
      title: '收藏和进度',
      what: '收藏的岗位、投递进度、自己写的备注',
      why: '截止日历和进度，只有你看得到',
      kept: '到你取消收藏或注销',
    },
    calendarFeeds: {
      title: '日历订阅地址',
      what: '生成地址的时间；地址本身只有你知道',
      why: '让日历应用读取你的截止日期',
      kept: '到你作废或换一个、退出所有设备、离校或注销',
    },
  },
  async exportOf({ read, tables: { savedJobs, calendarFeeds, jobs } }, userId) {
    const { jobId, progress, note, savedAt, updatedAt } = savedJobs;
    return {
      savedJobs: await read
        .select({
          jobId,
          title: ifReadable(jobs, jobs.title),
          company: ifReadable(jobs, jobs.company),
          progress,
          note,
          savedAt,
          updatedAt,
        })
        .from(savedJobs)
        .innerJoin(jobs, eq(jobs.id, savedJobs.jobId))
        .where(eq(savedJobs.userId, userId))
        .orderBy(desc(updatedAt), desc(jobId)),
      calendarFeeds: await read
        .select({ createdAt: calendarFeeds.createdAt })
        .from(calendarFeeds)
        .where(eq(calendarFeeds.userId, userId)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { savedJobs, calendarFeeds } = tables;
    await tx.delete(savedJobs).where(eq(savedJobs.userId, userId));
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  },
});
