import type { Context } from '../context';
import type { Schedule } from './schedule';

/** Work that is repeated by the clock; one process at a time runs it. See docs/adr/0008. */
export interface Task {
  /** Key of its row and argument of `qihang tasks run`; renaming it makes it a new task. */
  name: string;
  schedule: Schedule;
  /**
   * A run can end at any point and is then repeated from the start, so each transaction leaves a mark of what it did. Every
   * `write` of this context first checks that the run still holds its lease, and throws `LeaseLost` when it does not.
   * @param now when this run starts
   * @param signal aborted when the process stops or the lease is lost; a run that gives up early throws its reason
   * @param due the scheduled time of this run, the same when the run is repeated; ids that mark an occurrence are made of it
   * @throws any error: the run has failed and is repeated after a pause
   */
  run(context: Context, now: Date, signal: AbortSignal, due: Date): Promise<unknown>;
}
