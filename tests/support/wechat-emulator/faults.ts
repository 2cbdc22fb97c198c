import { Refusal } from './refusals';

export const faultKinds = ['busy', 'refuse', 'hang', 'reset', 'truncated', 'html502'] as const;

/**
 * What goes wrong on a call. `busy` (-1) and `refuse` (`errcode`) refuse before anything is done; with the others the call is carried out and only
 * its answer is lost, which is the case a client must be made for.
 */
export interface Fault {
  kind: (typeof faultKinds)[number];
  /** Path of one endpoint; every endpoint without. */
  path?: string;
  /** How many calls it strikes. */
  times: number;
  /** How long `hang` lasts. */
  hangMs: number;
  /** Of `refuse`. */
  errcode: number;
}

/** The fault that strikes this call, counted down. */
export function strike(faults: Fault[], path: string): Fault | undefined {
  const fault = faults.find((one) => one.times > 0 && (one.path === undefined || one.path === path));
  if (fault) fault.times -= 1;
  return fault;
}

/** The refusal that this fault is; undefined for one that lets the call be carried out. */
export function refusalOf({ kind, errcode }: Fault): Refusal | undefined {
  if (kind === 'busy') return new Refusal(-1);
  return kind === 'refuse' ? new Refusal(errcode, 'planted') : undefined;
}
