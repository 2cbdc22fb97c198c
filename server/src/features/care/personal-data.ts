import { eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const carePersonalData = definePersonalData({
  columns: { 'care_settings.person_id': 'unbound' },
  sections: {
    care: {
      title: '关怀联系人',
      what: '学校填写的你的称呼和说明',
      why: '让需要帮助的同学知道可以找谁',
      kept: '到学校改掉，或到注销',
    },
  },
  async exportOf({ read, tables: { careSettings } }, userId) {
    const { personName, personAbout, savedAt } = careSettings;
    return {
      care: await read
        .select({ personName, personAbout, savedAt })
        .from(careSettings)
        .where(eq(careSettings.personId, userId)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    // Somebody who is gone answers nobody.
    await tx
      .update(tables.careSettings)
      .set({ personId: null, personName: null, personAbout: null })
      .where(eq(tables.careSettings.personId, userId));
  },
});
