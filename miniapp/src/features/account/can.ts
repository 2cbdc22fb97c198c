import type { Me } from '@qihang/shared/session/contract';
import type { PersonAction } from '@qihang/shared/session/vocabulary';

/** Whether the person may do it; false for visitors, and for an answer kept by a version that had no such words. */
export const mayDo = (me: Me | undefined, action: PersonAction): boolean =>
  me?.viewer?.can.includes(action) ?? false;
