import { undecided } from '@qihang/shared/content/decisions';
import type { jobsContract } from '@qihang/shared/jobs/contract';
import { isHidden } from '../../../content/rules';
import type { Context } from '../../../context';
import { decodeCursor, pageFrom } from '../../../db/keyset';
import type { Call } from '../../../http/mount';
import { viewDecisions } from '../../cases/public';
import { asPiece, needsOf } from '../rules';
import { viewRows } from '../summaries';
import { viewJobLife } from '../view';
import { countOwned, listOwned } from './store';

const orders = { all: 'mine', waiting: 'mine-waiting' } as const;

export async function listMine(context: Context, { query, actor, now }: Call<(typeof jobsContract)['mine']>) {
  const { db } = context;
  const { cursor, limit, show } = query;
  const order = orders[show];
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
  const found = await listOwned(db, actor.id, show, after, limit + 1, now);
  const { rows, nextCursor } = pageFrom(found, limit, order, (row) => ({
    at: show === 'all' ? row.publishedAt : row.closesAt,
    id: row.id,
  }));
  const views = await viewRows(context, rows, actor, now);
  const decisions = await viewDecisions(context, actor, 'job', rows.map(asPiece), now);
  const items = rows.flatMap((row, i) => {
    const view = views[i];
    const { lifeReason, lintOverride } = row;
    if (!view) return [];
    const hiddenReason = isHidden(row) ? lifeReason : null;
    const decided = decisions.get(row.id) ?? undecided;
    const life = { ...viewJobLife(row, actor, now), ...decided };
    return [{ ...view, ...life, needs: needsOf(row, now), hiddenReason, lintOverride }];
  });
  return { items, nextCursor, counts: await countOwned(db, actor.id, now) };
}
