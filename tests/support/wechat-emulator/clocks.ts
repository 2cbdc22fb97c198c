import { setTimeout as pause } from 'node:timers/promises';

/** What the emulator's time goes by; its controls advance it from there. Milliseconds. */
export interface EmulatorClock {
  now(): number;
  /** Resolves when the clock has gone on so far by itself. */
  sleep(milliseconds: number): Promise<unknown>;
}

export const systemClock: EmulatorClock = {
  now: Date.now,
  sleep: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
};

/** Stands still, so that what lasts a minute lasts until a test advances the clock, however slow the machine is. */
export const standingClock = (at = Date.now()): EmulatorClock => ({
  now: () => at,
  sleep: () => new Promise(() => undefined),
});
