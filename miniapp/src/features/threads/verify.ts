import type { ApiError } from '@/platform/api-error';
import { verifyFirst } from '@/platform/navigation';

/** Opens verification where it is what was missing; `forget` drops a refusal that is not true any more on the way back. */
export const verifyIfRequired =
  (forget: () => void) =>
  ({ code }: ApiError): undefined => {
    if (code !== 'verification.required') return;
    forget();
    verifyFirst();
  };
