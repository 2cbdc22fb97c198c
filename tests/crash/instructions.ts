import type { Pace } from '@qihang/server/background/worker';

/** Where a worker can end itself: on both sides of each commit, of each request and of each stored file. */
export const points = [
  'when a run began',
  'within a transaction',
  'between a transaction and the end of the run',
  'before a request',
  'between a request and noting it',
  'between the files of an upload',
] as const;

export type Point = (typeof points)[number];

/** What a worker process is told when it starts. */
export interface Instructions {
  name: string;
  /** Of the database, migrated. */
  url: string;
  /** Where files are stored. */
  dataDir: string;
  /** Where messages go. */
  receiver: string;
  /** Names of its tasks: of the service's own, or of those that count items. */
  tasks: string[];
  /** Where it ends itself; null for one that does not. */
  dieAt: Point | null;
  pace: Partial<Pace>;
}
