import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const uploadPersonalData = definePersonalData({
  columns: { 'uploads.uploader_id': 'by-choice' },
  sections: {
    uploads: {
      title: '上传的图片和附件',
      what: '文件名、类型和上传时间；照片里的拍摄地点等信息上传时就已去掉',
      why: '放进你写的文章里',
      kept: '没用上的一天后删除；用上的随文章，注销时由你选择',
    },
  },
  async exportOf({ read, tables: { uploads } }, userId) {
    const { id, name, kind, createdAt } = uploads;
    return {
      uploads: await read
        .select({ id, name, kind, createdAt })
        .from(uploads)
        .where(eq(uploads.uploaderId, userId))
        .orderBy(desc(createdAt), desc(id)),
    };
  },
  async erase({ db: { tables } }, tx, userId, posts) {
    const { uploads } = tables;
    // Their content goes with the next run of collectUnusedTask.
    if (posts === 'remove') await tx.delete(uploads).where(eq(uploads.uploaderId, userId));
  },
});
