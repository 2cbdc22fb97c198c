import { erasedName } from '@qihang/shared/my-data/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import { roleNames } from '@qihang/shared/session/vocabulary';
import type { Database } from '../../db/types';
import { currentRoles } from './public-store';
import { isAlumnusOf } from './rules';
import { findStudentNo, listPersons, listTeacherIds } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that takes a role or the membership from a person. */
    'rights.withdrawn': { userId: string };
    /** In the transaction after which a person is none of the school any more. */
    'membership.ended': { userId: string };
  }
}

/** How a person is shown to readers. Never holds an id. */
export interface Byline {
  name: string;
  /** 宣传骨干 · 车辆工程 2027 届, 校友 · 车辆工程 2025 届 */
  about: string;
}

interface Person {
  name: string;
  college: string | null;
  major: string | null;
  graduationYear: number | null;
  verified: boolean;
}

export function bylineOf(person: Person, roles: readonly Role[], now: Date): Byline {
  const { name, college, major, graduationYear } = person;
  if (name === erasedName) return { name, about: '' };
  if (roles.includes('teacher') || roles.includes('admin'))
    return { name: `${name} 老师`, about: college ?? '' };
  const group = [major, graduationYear && `${graduationYear} 届`].filter(Boolean).join(' ');
  const about = [roles.includes('lead') && roleNames.lead, isAlumnusOf(person, now) && '校友', group]
    .filter(Boolean)
    .join(' · ');
  return { name: `${name} 同学`, about };
}

/** Bylines of several people in two queries. */
export async function bylines(db: Database, ids: readonly string[], now: Date): Promise<Map<string, Byline>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  const people = await listPersons(db, unique);
  const roles = await currentRoles(db, db.read, unique, now);
  return new Map(people.map((person) => [person.id, bylineOf(person, roles.get(person.id) ?? [], now)]));
}

/** Who a person is, for the few who may know what readers do not. An erased person is one without a number. */
export async function identityOf(
  db: Database,
  id: string,
  now: Date,
): Promise<Byline & { studentNo: string | null }> {
  const byline = (await bylines(db, [id], now)).get(id) ?? { name: erasedName, about: '' };
  return { ...byline, studentNo: await findStudentNo(db, id) };
}

/** Everybody who is a teacher at `now`, as readers see them. */
export async function listTeachers(db: Database, now: Date): Promise<Byline[]> {
  const shown = await bylines(db, await listTeacherIds(db, now), now);
  return [...shown.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}
