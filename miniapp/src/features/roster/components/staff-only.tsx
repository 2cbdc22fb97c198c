import type { PropsWithChildren } from 'react';
import { asApiError } from '@/platform/api-error';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';

/** What stands in the place of a page for staff when a visitor or somebody else opens its address. */
export function StaffOnly({
  what,
  error,
  children,
}: PropsWithChildren<{ what: string; error: Error | null }>) {
  const signedIn = useSession(({ token }) => token !== null);
  if (!signedIn)
    return (
      <StateView
        icon="user"
        title={`登录后看${what}`}
        actions={<Button text="登录" look="main" onTap={signInFirst} />}
      />
    );
  if (error !== null && asApiError(error).code === 'action.forbidden')
    return (
      <StateView
        icon="shield"
        title={`只有老师和管理员能看${what}`}
        actions={<Button text="返回" onTap={() => back()} />}
      />
    );
  return children;
}
