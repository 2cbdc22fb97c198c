import type { Role } from '@qihang/shared/session/vocabulary';
import type { BoardRow } from './row';

type DefaultBoard = Pick<BoardRow, 'slug' | 'name' | 'kind' | 'postRoles'> &
  Partial<Pick<BoardRow, 'sourceRequired' | 'consentRequired' | 'strip' | 'colour'>>;

const staff: Role[] = ['lead', 'teacher', 'admin'];

/** The boards a new database starts with, in order. A school changes them as data. */
export const defaultBoards: readonly DefaultBoard[] = [
  { slug: 'jobs', name: '招聘信息', kind: 'job', postRoles: staff },
  { slug: 'guidance', name: '就业指导', kind: 'article', postRoles: staff },
  { slug: 'exemplars', name: '就业典范', kind: 'article', postRoles: staff, consentRequired: true },
  // Current affairs are links to official sources with notes on them, never news of our own.
  {
    slug: 'affairs',
    name: '时政研习',
    kind: 'article',
    postRoles: staff,
    sourceRequired: true,
    colour: 'red',
  },
  { slug: 'notices', name: '通知公告', kind: 'article', postRoles: staff, strip: true },
  { slug: 'threads', name: '在线互动', kind: 'thread', postRoles: ['graduate', ...staff] },
];
