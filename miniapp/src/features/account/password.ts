import type { Checked } from '@/ui/form/use-form';

/** What was checked, refused at `path` where `problem` says what is wrong with the new password. */
export const withPassword = <Body>(
  checked: Checked<Body>,
  path: string,
  problem: string | null,
): Checked<Body> =>
  problem === null
    ? checked
    : { ok: false, errors: [...(checked.ok ? [] : checked.errors), { path, message: problem }] };
