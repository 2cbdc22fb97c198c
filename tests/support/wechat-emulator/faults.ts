export const faultKinds = ['busy', 'hang', 'reset', 'truncated', 'html502'] as const;

/**
 * What goes wrong on a call. `busy` refuses with -1, or as it is told, before anything is done; with the others the call is carried out and only
 * its answer is lost, which is the case a client must be made for.
 */
export interface Fault {
  kind: (typeof faultKinds)[number];
  /** Path of one endpoint; every endpoint without. */
  path?: string;
  /** How many calls it strikes. */
  times: number;
  /** What `busy` refuses with: a quota that is used up, a check of the first version. */
  errcode: number;
  /** How long `hang` lasts. */
  hangMs: number;
}

/** The fault that strikes this call, counted down. */
export function strike(faults: Fault[], path: string): Fault | undefined {
  const fault = faults.find((one) => one.times > 0 && (one.path === undefined || one.path === path));
  if (fault) fault.times -= 1;
  return fault;
}
