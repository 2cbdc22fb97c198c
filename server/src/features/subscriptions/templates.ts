import type { MessageTemplates, messageTemplatesContract } from '@qihang/shared/subscriptions/contract';
import { purposes } from '@qihang/shared/subscriptions/vocabulary';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { listTemplates, putTemplate } from './store';

type C = typeof messageTemplatesContract;

async function view({ db }: Context, read: Reader): Promise<MessageTemplates> {
  const rows = await listTemplates(db, read);
  return {
    items: purposes.map((purpose) => {
      const row = rows.find((one) => one.purpose === purpose);
      return {
        purpose,
        templateId: row?.templateId ?? null,
        fields: row?.fields ?? [],
        version: row?.version ?? 0,
        updatedAt: row?.updatedAt.toISOString() ?? null,
      };
    }),
  };
}

export const showTemplates = (context: Context) => view(context, context.db.read);

const idsOf = ({ items }: MessageTemplates) =>
  Object.fromEntries(items.map(({ purpose, templateId }) => [purpose, templateId]));

export async function saveTemplates(
  context: Context,
  { actor, body, now, requestId }: Call<C['save']>,
): Promise<MessageTemplates> {
  const { db, ids } = context;
  const id = ids.next(now);
  return db.write(async (tx) => {
    const before = await view(context, tx);
    for (const { purpose, templateId, fields, version } of body.items) {
      const held = before.items.find((one) => one.purpose === purpose)?.version ?? 0;
      if (version !== held) throw new AppError('version.stale');
      await putTemplate(db, tx, { purpose, templateId, fields, version: version + 1, updatedAt: now });
    }
    const after = await view(context, tx);
    await recordAct(context, tx, {
      id,
      at: now,
      actorId: actor.id,
      action: 'message-templates.update',
      targetType: 'message-templates',
      targetId: 'message-templates',
      before: idsOf(before),
      after: idsOf(after),
      reason: null,
      requestId,
    });
    return after;
  });
}
