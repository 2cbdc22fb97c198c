import { degreeNames, jobKindNames } from '@qihang/shared/jobs/vocabulary';
import type { Me } from '@qihang/shared/session/contract';
import { roleNames } from '@qihang/shared/session/vocabulary';

type Profile = Me['profile'];

/** `车辆工程`, `本科`, `2027 届` */
export const profileParts = ({ major, degree, graduationYear }: Profile) => [
  major,
  degree && degreeNames[degree],
  graduationYear !== null && `${graduationYear} 届`,
];

/** `意向：江州、宁波 · 校招`; null where nothing is wished. */
export function wishWords({ cities, kinds }: Profile): string | null {
  const wishes = [cities.join('、'), kinds.map((kind) => jobKindNames[kind]).join('、')].filter(Boolean);
  return wishes.length === 0 ? null : `意向：${wishes.join('；')}`;
}

const ranks = ['admin', 'teacher', 'lead', 'graduate'] as const;

/** The role that says most about a person. */
export function mainRole({ roles }: Me) {
  const rank = ranks.find((one) => roles.some(({ role }) => role === one));
  return (
    rank && {
      name: roleNames[rank],
      role: rank,
      endsAt: roles.find(({ role }) => role === rank)?.endsAt ?? null,
    }
  );
}
