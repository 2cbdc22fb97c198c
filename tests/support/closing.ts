interface Closable {
  close(): unknown;
}

/**
 * Gives a function that takes what a test opened and closes it after the test, whatever became of it, the last one first: a phone
 * or a server left open by a test that failed keeps Jest's worker alive. To be called before other `afterEach`.
 */
export function closingAfterEach(): <T extends Closable>(opened: T) => T {
  const open: Closable[] = [];
  afterEach(async () => {
    const failures: unknown[] = [];
    for (const one of open.splice(0).reverse()) {
      try {
        await one.close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  });
  return (opened) => {
    open.push(opened);
    return opened;
  };
}
