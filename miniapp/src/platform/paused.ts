import { useEffect, useState } from 'react';

/** A value that follows after it has stayed the same for `delay` milliseconds, so that nobody is asked at every key. */
export function usePaused<T>(value: T, delay: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return paused;
}
