import { useEffect, useState } from 'react';
import type { ApiError } from '@/platform/api-error';

/** Seconds left of the wait that a refusal asks for, counted down; 0 when it may be tried again. */
export function useWait(error: ApiError | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = error?.retryAfter ?? 0;
    setLeft(seconds);
    if (seconds === 0) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}

/** `8 秒`, `4 分 20 秒` */
export const waitWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
