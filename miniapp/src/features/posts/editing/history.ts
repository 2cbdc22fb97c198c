import type { Edit } from './edit';

/** What was written before, and what was taken back, the latest last. */
export interface History {
  past: readonly Edit[];
  future: readonly Edit[];
  /** When the last change came, in ms, and whether it was typing: a run of keys is taken back together. */
  last: { at: number; typed: boolean } | null;
}

export const emptyHistory: History = { past: [], future: [], last: null };

const deepest = 200;
/** A pause in ms after which typing counts as a new change. */
const pause = 1_200;

/** Notes a change of `before`. Typing without a pause is one change; what a button does is one of its own. */
export function noteChange(history: History, before: Edit, at: number, typed: boolean): History {
  const goesOn =
    typed && history.last?.typed === true && at - history.last.at < pause && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, before].slice(-deepest);
  return { past, future: [], last: { at, typed } };
}

/** One step back; null where there is none. */
export function undo(history: History, now: Edit): { history: History; edit: Edit } | null {
  const edit = history.past[history.past.length - 1];
  if (!edit) return null;
  return {
    edit,
    history: { past: history.past.slice(0, -1), future: [...history.future, now], last: null },
  };
}

/** Brings back what was taken back last. */
export function redo(history: History, now: Edit): { history: History; edit: Edit } | null {
  const edit = history.future[history.future.length - 1];
  if (!edit) return null;
  return {
    edit,
    history: { past: [...history.past, now], future: history.future.slice(0, -1), last: null },
  };
}
