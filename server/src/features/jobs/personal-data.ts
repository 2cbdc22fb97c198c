import { desc, eq, sql } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';

export const jobPersonalData = definePersonalData({
  columns: {
    'jobs.verified_by_id': 'unnamed',
    'jobs.edited_by_id': 'unnamed',
    'jobs.returned_by_id': 'unnamed',
    'closed_reports.user_id': 'deleted',
  },
  sections: {
    verifiedJobs: {
      title: '核实过的岗位',
      what: '你核实了哪些岗位、什么时候',
      why: '让读者知道岗位由谁核实',
      kept: '随岗位保存，注销后不再显示姓名',
    },
    editedJobs: {
      title: '修改过的岗位',
      what: '你最后修改过哪些别人的岗位、什么时候',
      why: '让读者知道由谁修改',
      kept: '随岗位保存，注销后不再显示姓名',
    },
    closedReports: {
      title: '“已停招”反馈',
      what: '你反馈过哪些岗位停招、什么时候',
      why: '提醒发布人核实，一人一次',
      kept: '到岗位重新确认或注销',
    },
  },
  async exportOf({ read, tables: { jobs, closedReports } }, userId) {
    const { id } = jobs;
    const title = ifReadable(jobs, jobs.title);
    const company = ifReadable(jobs, jobs.company);
    return {
      verifiedJobs: await read
        .select({ id, title, company, verifiedAt: jobs.verifiedAt })
        .from(jobs)
        .where(eq(jobs.verifiedById, userId))
        .orderBy(desc(jobs.verifiedAt), desc(id)),
      editedJobs: await read
        .select({ id, title, company, editedAt: jobs.editedAt })
        .from(jobs)
        .where(eq(jobs.editedById, userId))
        .orderBy(desc(jobs.editedAt), desc(id)),
      closedReports: await read
        .select({ jobId: id, title, company, reportedAt: closedReports.reportedAt })
        .from(closedReports)
        .innerJoin(jobs, eq(jobs.id, closedReports.jobId))
        .where(eq(closedReports.userId, userId))
        .orderBy(desc(closedReports.reportedAt), desc(id)),
    };
  },
  async erase({ db }, tx, userId) {
    const { jobs, closedReports } = db.tables;
    const reported = await tx
      .delete(closedReports)
      .where(eq(closedReports.userId, userId))
      .returning({ jobId: closedReports.jobId });
    // The effects of the report remain; only the count no longer includes this person.
    for (const { jobId } of reported) {
      await tx
        .update(jobs)
        .set({ closedReports: sql`${jobs.closedReports} - 1` })
        .where(eq(jobs.id, jobId));
    }
  },
});
