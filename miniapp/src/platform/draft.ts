import { useEffect, useRef, useState } from 'react';
import { useHidden } from './page';
import { forget, store, stored } from './storage';

const prefix = 'draft:';
const delay = 600;

/** Puts content into the place of a form's, for the next time that it opens. */
export const keepDraft = <T extends object>(name: string, draft: T) => store(prefix + name, draft);

/**
 * A form's content that outlives the page: what is typed is kept on the phone shortly after, and at once when the page
 * goes or the program leaves the screen. `clear` after it has been sent. Nothing is kept without a name.
 */
export function useDraft<T extends object>(name: string | null, empty: T) {
  const key = name === null ? null : prefix + name;
  const [kept] = useState(() => (key === null ? undefined : stored<T>(key)));
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...kept }));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const unsaved = useRef<T | null>(null);

  const save = () => {
    if (key === null || unsaved.current === null) return;
    store(key, unsaved.current);
    unsaved.current = null;
    setSavedAt(new Date());
  };

  useEffect(() => {
    if (key === null) return;
    const timer = setInterval(save, delay);
    return () => {
      clearInterval(timer);
      if (unsaved.current !== null) store(key, unsaved.current);
    };
  }, [key]);
  // A phone may end a program that is out of sight without another word.
  useHidden(save);

  return {
    draft,
    /** True when the page opened with what an earlier visit left. */
    restored: kept !== undefined,
    savedAt,
    change(part: Partial<T>) {
      setDraft((before) => {
        const after = { ...before, ...part };
        unsaved.current = after;
        return after;
      });
    },
    clear() {
      unsaved.current = null;
      if (key !== null) forget(key);
      setDraft(empty);
    },
  };
}
