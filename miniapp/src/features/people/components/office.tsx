import type { PropsWithChildren } from 'react';
import type { ApiError } from '@/platform/api-error';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';

/** What only the office sees: asks visitors to sign in, and tells everybody else in the server's words why not. */
export function Office({ error, children }: PropsWithChildren<{ error: ApiError | null }>) {
  const signedIn = useSession(({ token }) => token !== null);
  if (!signedIn)
    return (
      <StateView
        icon="user"
        title="登录后才能查看"
        actions={<Button text="登录" look="main" onTap={signInFirst} />}
      />
    );
  if (error?.code === 'action.forbidden')
    return (
      <StateView
        icon="shield"
        title="这里由老师和管理员处理"
        text={error.message}
        actions={<Button text="返回" onTap={() => back()} />}
      />
    );
  return <>{children}</>;
}
