import { useEffect, useRef, useState } from 'react';
import { ApiError, asApiError } from '@/platform/api-error';
import { now } from '@/platform/clock';
import { useLeaving } from '@/platform/leaving';
import { useHidden } from '@/platform/page';
import { waitAfter } from '@/platform/retrying';
import { forget, store, stored } from '@/platform/storage';
import { clockWords } from '@/ui/date-words';

/** What a form is built on: the piece, null until the server has one, and the version of it. */
export interface Base {
  id: string | null;
  version: number;
}

/** A piece as a form holds it. */
export interface Held<V> extends Base {
  values: V;
}

/** Where on the server the work is kept between two visits. */
export interface CopyPlace<V> {
  /** What this person left there, perhaps from another device; absent where saving changes the piece itself, as of a draft. */
  load?: () => Promise<{ values: V; baseVersion: number; savedAt: string } | null>;
  /**
   * Saves the values. What is not public yet changes with it and comes back with its new version (and its id, where it had
   * none); a copy of a public piece comes back with the version it was built on.
   * @throws ApiError `version.stale` where another person changed the piece
   */
  save: (values: V, base: Base) => Promise<{ id: string; version: number }>;
  /** The piece as it is now. */
  current: (id: string) => Promise<Held<V>>;
  /** Deletes what was left there. */
  drop?: () => Promise<unknown>;
}

interface Options<V> {
  /** Names the copy on this device: `post:<id>`, `job:new`. */
  name: string;
  /** The piece as it was last read, or the empty form. */
  piece: Held<V>;
  /** Null for people who cannot save on the server: visitors. */
  place: CopyPlace<V> | null;
}

/** Two versions that were both built on a third. */
export interface Conflict<V> {
  theirs: Held<V>;
  mine: V;
}

interface Kept<V> extends Held<V> {
  /** ISO 8601, server time. */
  savedAt: string;
  /** The server's piece says the same: nothing of it is this device's alone. */
  settled: boolean;
}

const prefix = 'copy:';
const oldPrefix = 'draft:';
const deviceMs = 600;
const serverMs = 3_000;

/** What was typed before copies knew what they are built on: taken for a change of the piece as it is. */
function broughtAlong<V extends object>(name: string, piece: Held<V>): Kept<V> | undefined {
  const values = stored<V>(oldPrefix + name);
  if (values === undefined) return undefined;
  const kept = { ...piece, values, savedAt: now().toISOString(), settled: false };
  if (store(prefix + name, kept)) forget(oldPrefix + name);
  return kept;
}

/** Id of the piece that the copy of this name became on the server, from an earlier visit. */
export const keptId = (name: string): string | null => stored<Kept<unknown>>(prefix + name)?.id ?? null;

type Saving = 'untouched' | 'restored' | 'waiting' | 'saved' | 'offline' | 'failed' | 'device';

function wordsOf(saving: Saving, savedAt: Date | null): string {
  if (saving === 'offline') return '没有网络，已存在手机里';
  if (saving === 'failed') return '没存上，点重试';
  if (savedAt)
    return saving === 'device' ? `${clockWords(savedAt)} 已存在手机里` : `${clockWords(savedAt)} 已存`;
  return saving === 'restored' ? '接着上次没写完的' : '写的内容会自动保存';
}

/**
 * What a person writes into a form, so that nothing of it is lost: kept on the device shortly after each change and at once when the
 * page goes, and on the server every three seconds while it changes. Knows the version it was built on: when another person
 * changed the piece, nothing is saved over it and `conflict` has both until one is chosen.
 */
export function useWorkingCopy<V extends object>({ name, piece, place }: Options<V>) {
  const key = prefix + name;
  const [opened] = useState(() => stored<Kept<V>>(key) ?? broughtAlong(name, piece));
  const [held, setHeld] = useState<Held<V>>(() =>
    opened
      ? { id: opened.id, version: opened.version, values: { ...piece.values, ...opened.values } }
      : piece,
  );
  const [saving, setSaving] = useState<Saving>(opened && !opened.settled ? 'restored' : 'untouched');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [conflict, setConflict] = useState<Conflict<V> | null>(null);

  // What timers and answers read: they outlive the render that made them.
  const live = useRef({
    held,
    place,
    key,
    conflict,
    /** Differs from the piece as the server has it. */
    dirty: opened !== undefined && !opened.settled,
    /** Changes that the device, and that the server, does not have yet. */
    toDevice: false,
    toServer: opened !== undefined && !opened.settled,
    changedAt: opened ? Date.parse(opened.savedAt) : 0,
    running: null as Promise<void> | null,
    failures: 0,
    notBefore: 0,
    gone: false,
  });
  const it = live.current;
  it.place = place;

  const hold = (next: Held<V>) => {
    it.held = next;
    setHeld(next);
  };
  const clash = (next: Conflict<V> | null) => {
    it.conflict = next;
    setConflict(next);
  };
  const say = (next: Saving, at?: Date) => {
    if (it.gone) return;
    setSaving(next);
    if (at) setSavedAt(at);
  };

  function toDevice() {
    if (!it.toDevice) return;
    const kept: Kept<V> = { ...it.held, savedAt: now().toISOString(), settled: !it.dirty };
    if (store(it.key, kept)) it.toDevice = false;
    if (!it.place && !it.toDevice) say('device', now());
  }

  /** The piece moved on while this was written. */
  function meet(theirs: Held<V>) {
    if (JSON.stringify(theirs.values) === JSON.stringify(it.held.values)) settle(theirs);
    else clash({ theirs, mine: it.held.values });
  }

  /** Nothing here differs from the server's piece. */
  function settle(next: Held<V>) {
    it.dirty = false;
    it.toServer = false;
    hold(next);
    if (stored(it.key) !== undefined) {
      it.toDevice = true;
      toDevice();
    }
  }

  async function askCurrent() {
    const { id } = it.held;
    if (it.place && id !== null) meet(await it.place.current(id));
  }

  async function put(to: CopyPlace<V>) {
    const { values, ...base } = it.held;
    it.toServer = false;
    try {
      const saved = await to.save(values, base);
      it.failures = 0;
      const unchanged = it.held.values === values;
      if (unchanged && saved.version !== base.version) it.dirty = false;
      hold({ ...it.held, ...saved });
      it.toDevice = true;
      toDevice();
      say(unchanged ? 'saved' : 'waiting', now());
    } catch (thrown) {
      const error = asApiError(thrown);
      it.toServer = true;
      it.failures += 1;
      const isPassing = error.code === 'network' || error.code === 'server.busy';
      it.notBefore = isPassing ? Date.now() + waitAfter(it.failures, error) : Number.POSITIVE_INFINITY;
      if (error.code === 'version.stale') await askCurrent();
      say(error.code === 'network' ? 'offline' : 'failed');
      throw error;
    }
  }

  /** Saves what the server does not have yet; resolves with what was saved. @throws ApiError */
  async function flush(): Promise<Base> {
    await it.running?.catch(() => undefined);
    if (it.place && it.toServer && !it.conflict) {
      const running = put(it.place);
      it.running = running;
      await running.finally(() => {
        it.running = null;
      });
    }
    return { id: it.held.id, version: it.held.version };
  }

  const tick = () => {
    if (it.running || Date.now() < it.notBefore) return;
    flush().catch(() => undefined);
  };
  const leave = () => {
    toDevice();
    it.notBefore = 0;
    tick();
  };

  useEffect(() => {
    it.gone = false;
    const timers = [setInterval(toDevice, deviceMs), setInterval(tick, serverMs)];
    return () => {
      for (const timer of timers) clearInterval(timer);
      leave();
      it.gone = true;
    };
  }, []);
  useHidden(leave);

  // What another device left is newer than what this one has, or this one has nothing.
  const signedIn = place !== null;
  useEffect(() => {
    const load = it.place?.load;
    if (!load) return;
    load()
      .then((left) => {
        if (it.gone || left === null || Date.parse(left.savedAt) <= it.changedAt) return;
        it.dirty = true;
        it.toServer = false;
        it.toDevice = true;
        hold({ ...it.held, values: { ...it.held.values, ...left.values }, version: left.baseVersion });
        say('restored');
        if (left.baseVersion < piece.version) meet(piece);
      })
      // Without an answer the device's own copy serves.
      .catch(() => undefined);
  }, [signedIn]);

  // The piece was read again: an untouched form follows it, another is compared with it.
  const { version } = piece;
  useEffect(() => {
    if (version <= it.held.version) return;
    if (it.dirty) meet(piece);
    else hold(piece);
  }, [version]);

  const unsaved =
    place === null ? it.toDevice : conflict !== null || saving === 'waiting' || saving === 'failed';
  useLeaving(unsaved ? '还有没保存的内容，要离开吗？' : null);

  return {
    value: held.values,
    /** What the values are built on; goes with them when they are sent. */
    base: { id: held.id, version: held.version },
    /** `10:24 已存`, `没有网络，已存在手机里`, `没存上，点重试`. */
    words: wordsOf(saving, savedAt),
    /** The last save was refused: tapping the words tries again. */
    failed: saving === 'failed',
    /** Something typed is not on the server, or, for people who cannot save there, not on the device. */
    unsaved,
    /** The form differs from the piece as the server has it. */
    changed: it.dirty,
    conflict,
    change(part: Partial<V>) {
      it.dirty = true;
      it.toDevice = true;
      it.toServer = true;
      it.changedAt = now().getTime();
      if (it.notBefore === Number.POSITIVE_INFINITY) it.notBefore = 0;
      hold({ ...it.held, values: { ...it.held.values, ...part } });
      say('waiting');
    },
    retry() {
      it.notBefore = 0;
      tick();
    },
    flush,
    /** For a form whose own sending was refused as `version.stale`: reads the piece, and shows both. */
    compare: askCurrent,
    /** Goes on with one of two versions. The other one is the caller's to keep: see ConflictSheet. */
    choose(which: 'mine' | 'theirs') {
      if (!it.conflict) return;
      const { theirs, mine } = it.conflict;
      clash(null);
      it.notBefore = 0;
      if (which === 'theirs') {
        settle(theirs);
        forget(it.key);
        it.place?.drop?.().catch(() => undefined);
        say('untouched');
        return;
      }
      it.dirty = true;
      it.toDevice = true;
      it.toServer = true;
      hold({ ...theirs, values: mine });
      say('waiting');
    },
    /** After it was sent: nothing is kept here any more, and the form is that of `next`. */
    clear(next: Held<V> = piece) {
      it.dirty = false;
      it.toDevice = false;
      it.toServer = false;
      forget(it.key);
      clash(null);
      hold(next);
      say('untouched');
    },
  };
}

export type WorkingCopy<V extends object> = ReturnType<typeof useWorkingCopy<V>>;

/** Whether a refusal means that another person changed the piece. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'version.stale';
