import { careContract } from '@qihang/shared/care/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Api } from '../../http/mount';
import { recordAct } from '../audit/public';
import { findUserId } from '../users/public-store';
import { careContact, getCareSettings, saveCareSettings } from './public-store';

export function mountCare(api: Api, context: Context): void {
  const { db, ids } = context;
  api.mount('care', careContract, {
    show: () => careContact(db, db.read),
    settings: () => getCareSettings(db, db.read),
    save: async ({ body, actor, now, requestId }) => {
      const id = ids.next(now);
      const userId = body.person?.userId;
      if (userId && (await findUserId(db, userId)) !== userId) throw new AppError('resource.not-found');
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
