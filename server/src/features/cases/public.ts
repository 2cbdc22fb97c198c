import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import type { ReportsSummary } from './facts';
import './events';

export interface NewCase {
  type: ContentType;
  id: string;
  at: Date;
  /** What people say who report it: of all of them, so that a repeat takes the place of what was said before. */
  reports: ReportsSummary;
  urgent?: boolean;
  /** Teachers and admins alone decide it: a person who reported it asks for that. */
  forTeachers?: boolean;
  /** Take the piece from readers until somebody has looked at it. */
  hold?: boolean;
}

/**
 * Opens the case of a report, or brings the one that is open up to date: a piece has one.
 * @returns its id
 * @throws AppError `resource.not-found`
 */
export declare function openCase(context: Context, tx: Tx, given: NewCase): Promise<string>;
