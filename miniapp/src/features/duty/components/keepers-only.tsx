import type { PropsWithChildren } from 'react';
import { asApiError } from '@/platform/api-error';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';

interface Props {
  /** What it is, in words: 值班表. */
  what: string;
  /** Who sees it: 这个栏目的骨干和老师. */
  who: string;
  error: Error | null;
}

/** What those who keep a board see: visitors are asked to sign in, others are told who does. */
export function KeepersOnly({ what, who, error, children }: PropsWithChildren<Props>) {
  const signedIn = useSession(({ token }) => token !== null);
  if (!signedIn)
    return (
      <StateView
        icon="user"
        title={`登录后看${what}`}
        actions={<Button text="登录" look="main" onTap={signInFirst} />}
      />
    );
  const refusal = error === null ? null : asApiError(error);
  if (refusal?.code === 'action.forbidden')
    return (
      <StateView
        icon="shield"
        title={`${what}给${who}看`}
        text={refusal.message}
        actions={<Button text="返回" onTap={() => back()} />}
      />
    );
  return <>{children}</>;
}
