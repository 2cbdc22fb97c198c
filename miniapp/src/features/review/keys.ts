import { useEffect, useRef } from 'react';
import { isH5 } from '@/platform/target';

/** What a key does, by its name in lower case: `a`, `escape`, `?`. */
export type Keys = Partial<Record<string, () => void>>;

/** Moving through a list is what a key may do again while it is held. */
const repeating = ['j', 'k'];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isAsking = () => document.querySelector('[role="dialog"]') !== null;

/**
 * Keys of a page in a browser. They do nothing while one types, while a sheet is open, or together with Ctrl, Alt and ⌘, and a key that is
 * held acts once.
 */
export function useKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isH5) return;
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.repeat && !repeating.includes(key)) return;
      if (isTyping(event.target) || isAsking()) return;
      const act = latest.current[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Before a sheet hears Escape: the key that closes it must not also act on the page below.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
