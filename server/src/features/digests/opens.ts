import type { digestsContract } from '@qihang/shared/digests/contract';
import { readScene } from '@qihang/shared/digests/scene';
import type { OpenType } from '@qihang/shared/digests/vocabulary';
import type { sharesContract } from '@qihang/shared/shares/contract';
import { addDays, dayAt, startOfDay } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import type { Call } from '../../http/mount';
import { itemKey, readablePieces } from './pieces';
import { addOpen, countOpensByDay, countOpensByPiece, countSentSince, findDigest, findGroup } from './store';

/** What can be opened and counted; anything else a stranger made up. */
async function exists(
  context: Context,
  read: Reader,
  type: OpenType,
  id: string,
  now: Date,
): Promise<boolean> {
  if (type === 'home') return true;
  if (type === 'digest') return (await findDigest(context.db, read, id)) !== undefined;
  return (await readablePieces(context, read, [{ type, pieceId: id }], now)).size > 0;
}

/** Counts an opening for its group and day. A scene without a group, or of nothing that is here, counts for nothing. */
export async function countOpen(
  context: Context,
  { body, now }: Call<(typeof sharesContract)['opened']>,
): Promise<undefined> {
  const scene = readScene(body.scene);
  const groupId = scene?.group;
  if (!scene || !groupId) return;
  const { db } = context;
  const type = scene.type ?? 'home';
  if (!(await findGroup(db, db.read, groupId)) || !(await exists(context, db.read, type, scene.id, now)))
    return;
  await db.write((tx) => addOpen(db, tx, { groupId, type, pieceId: scene.id, day: dayAt(now.getTime()) }));
}

/** The report for leads: counts by group, piece and day. */
export async function reportOpens(
  context: Context,
  { query, now }: Call<(typeof digestsContract)['report']>,
) {
  const { db } = context;
  const since = addDays(dayAt(now.getTime()), 1 - query.days);
  const days = await countOpensByDay(db, since);
  const rows = await countOpensByPiece(db, since);
  const titles = await readablePieces(
    context,
    db.read,
    rows.flatMap(({ type, pieceId }) => (type === 'job' || type === 'post' ? [{ type, pieceId }] : [])),
    now,
  );
  const titleOf = (type: OpenType, id: string) => {
    if (type === 'digest') return '群发包的列表';
    if (type === 'home') return '首页';
    return titles.get(itemKey(type, id))?.piece.title ?? '读者看不到了的内容';
  };
  const groups = new Map<string, { group: { id: string; name: string }; rows: typeof rows }>();
  for (const row of rows) {
    const { groupId: id, groupName: name } = row;
    const one = groups.get(id) ?? { group: { id, name }, rows: [] };
    one.rows.push(row);
    groups.set(id, one);
  }
  return {
    sent: await countSentSince(db, new Date(startOfDay(now.getTime()) - (query.days - 1) * 86_400_000)),
    opens: days.reduce((sum, { opens }) => sum + opens, 0),
    days,
    groups: [...groups.values()].map(({ group, rows: own }) => ({
      group,
      opens: own.reduce((sum, { opens }) => sum + opens, 0),
      pieces: own.map(({ type, pieceId: id, opens }) => ({ type, id, title: titleOf(type, id), opens })),
    })),
  };
}
