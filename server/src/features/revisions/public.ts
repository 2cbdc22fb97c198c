import type { Change } from '@qihang/shared/revisions/contract';
import { changedFields, type Revised, type Words } from '../../content/revised';
import { partsOf } from './diff';

/** Fields by their names on screens, in the order of the form; fields that are gone since are left out. */
export const inOrder = ({ labels }: Revised, fields: readonly string[]) =>
  Object.entries(labels).filter(([field]) => fields.includes(field));

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
