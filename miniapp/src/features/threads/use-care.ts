import type { CareContact } from '@qihang/shared/care/contract';
import { soundsLikeDespair } from '@qihang/shared/content-check/care';
import type { CheckedKind } from '@qihang/shared/content-check/vocabulary';
import { useEffect, useState } from 'react';
import { useCareContact } from '@/common/care/contact';
import { usePaused } from '@/platform/paused';

const pauseMs = 400;

interface Care {
  /** The words sounded like despair at some time while they were written. */
  raised: boolean;
  /** Whom the author may turn to; undefined until known. */
  contact: CareContact | undefined;
}

/** Looks at words while they are written, on the phone. What has been shown stays: a number that comes and goes helps nobody. */
export function useCare(texts: readonly string[], kind: CheckedKind): Care {
  const written = usePaused(JSON.stringify(texts), pauseMs);
  const [raised, setRaised] = useState(false);
  useEffect(() => {
    if (soundsLikeDespair(JSON.parse(written) as string[], kind)) setRaised(true);
  }, [written, kind]);
  return { raised, contact: useCareContact(raised) };
}
