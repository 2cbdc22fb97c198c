import type { Change, Revision } from '@qihang/shared/revisions/contract';
import { changedFields, type Revised, type Words } from '../../content/revised';
import type { Byline } from '../users/public';
import { partsOf } from './diff';
import { viewOf } from './rules';
import type { ListedRevision } from './store';

const nobody = '已注销用户';

export const nameOf = (names: ReadonlyMap<string, Byline>, id: string): string =>
  names.get(id)?.name ?? nobody;

/** Fields by their names on screens, in the order of the form; fields that are gone since are left out. */
const inOrder = ({ labels }: Revised, fields: readonly string[]) =>
  Object.entries(labels).filter(([field]) => fields.includes(field));

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

/** What the words say, field by field; empty ones are left out. */
export const viewFields = (revised: Revised, words: Words) =>
  Object.entries(revised.labels).flatMap(([field, label]) => {
    const text = revised.textOf(field, words);
    return text === '' ? [] : [{ field, label, text }];
  });

/** What differs, field by field, as people read it; a difference that cannot be read is left out. */
export const viewChanges = (revised: Revised, before: Words, after: Words): Change[] =>
  inOrder(revised, changedFields(before, after)).flatMap(([field, label]) => {
    const [old, now] = [revised.textOf(field, before), revised.textOf(field, after)];
    return old === now ? [] : [{ field, label, parts: partsOf(old, now) }];
  });
