import { useEffect } from 'react';
import { open } from '@/platform/navigation';
import { useArrival } from './arrival';

/** A code whose page WeChat does not know opens the home page: its scene still says what was meant. */
export function useHomeArrival() {
  const { type, scene } = useArrival(null);
  useEffect(() => {
    if (type !== null) open(type === 'digest' ? 'sharedDigest' : type, { scene });
  }, [type, scene]);
}
