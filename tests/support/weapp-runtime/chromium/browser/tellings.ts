/** Calls of the driver that it has not finished handling. */
const open = new Set<Promise<unknown>>();

/** Keeps a call of the driver until the driver has handled it. */
export function tell(call: Promise<unknown>): void {
  open.add(call);
  void call.finally(() => open.delete(call));
}

/** Resolves when the driver has handled everything it was told so far. */
export async function told(): Promise<void> {
  await Promise.allSettled(open);
}
