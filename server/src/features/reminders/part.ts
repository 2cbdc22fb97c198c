import type { Stretch } from '@qihang/shared/reminders/times';
import type { Context } from '../../context';

/** What one run plans. */
export interface Run {
  /** The time that is planned, up to now; after an outage it is long. */
  stretch: Stretch;
  /** The first run of a new installation, or of one that had no reminders: what lies behind is not told. */
  first: boolean;
  now: Date;
  signal: AbortSignal;
}

/** A part of the planning with a mark of its own, so that one that fails is repeated alone. */
export interface Part {
  name: string;
  run(context: Context, run: Run): Promise<void>;
}
