import { careContract } from '@qihang/shared/care/contract';
import { teacherRoles } from '../../content/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Api } from '../../http/mount';
import { recordAct } from '../audit/public';
import { currentRoles } from '../users/public-store';
import { careContact, getCareSettings, saveCareSettings } from './public-store';

export function mountCare(api: Api, context: Context): void {
  const { db, ids } = context;
  api.mount('care', careContract, {
    show: () => careContact(db, db.read),
    settings: () => getCareSettings(db, db.read),
    save: async ({ body, actor, now, requestId }) => {
      const id = ids.next(now);
      const userId = body.person?.userId;
      const offices = userId ? ((await currentRoles(db, db.read, [userId], now)).get(userId) ?? []) : [];
      if (userId && !teacherRoles.some((role) => offices.includes(role)))
        throw new AppError('resource.not-found');
      await db.write(async (tx) => {
        const before = await getCareSettings(db, tx);
        await saveCareSettings(db, tx, body, now);
        await recordAct(context, tx, {
          id,
          at: now,
          actorId: actor.id,
          action: 'care.update',
          targetType: 'care',
          targetId: 'care',
          before: { ...before },
          after: { ...body },
          reason: null,
          requestId,
        });
      });
      return body;
    },
  });
}
