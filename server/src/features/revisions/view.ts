import type { Revision } from '@qihang/shared/revisions/contract';
import type { Revised } from '../../content/revised';
import type { Byline } from '../users/public';
import { inOrder } from './public';
import { viewOf } from './rules';
import type { ListedRevision } from './store';

const nobody = '已注销用户';

export const nameOf = (names: ReadonlyMap<string, Byline>, id: string): string =>
  names.get(id)?.name ?? nobody;

export const viewRevision = (
  row: Omit<ListedRevision, 'changed'> & { changed: readonly string[] },
  revised: Revised,
  names: ReadonlyMap<string, Byline>,
  isPublished: boolean,
): Revision => ({
  rev: row.rev,
  at: row.at.toISOString(),
  by: nameOf(names, row.byId),
  kind: row.kind,
  seen: viewOf(row, isPublished),
  changed: inOrder(revised, row.changed).map(([, label]) => label),
});
