import { useState } from 'react';
import type { ApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { back } from '@/platform/navigation';

/** What stands in the service now, for a person who has changed an older version of it. */
export interface Newer {
  version: number;
  /** Its words, as one text. */
  text: string;
}

interface Piece {
  life: string;
}

/** What the button of a change says, by what it does. */
export const saveText = ({ life }: Piece): string => (life === 'returned' ? '改了再送审' : '保存修改');

/** After a change: what became of it, and the way back. */
export function leaveSaved(life: string): void {
  toast(life === 'in-review' ? '已送审，通过后大家才看得到' : '已保存，读者看得到改过');
  back();
}

/**
 * Two people changed the same words: reads what is there now, so that the writer sees it and the next try counts from it. What was
 * typed stays.
 */
export function useNewer(read: () => Promise<Newer | undefined>, onVersion: (version: number) => void) {
  const [newer, setNewer] = useState<Newer | null>(null);
  const onRefused = ({ code }: ApiError): undefined => {
    if (code !== 'version.stale') return;
    void read().then((found) => {
      if (found === undefined) return;
      setNewer(found);
      onVersion(found.version);
    });
  };
  return { newer, onRefused };
}
