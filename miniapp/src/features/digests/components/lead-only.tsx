import type { PropsWithChildren } from 'react';
import { asApiError } from '@/platform/api-error';
import { back, signInFirst } from '@/platform/navigation';
import { failureWords } from '@/platform/retrying';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';

/** What leads alone see: asks visitors to sign in, and tells everybody else in the server's words why not. */
export function LeadOnly({
  error,
  onRetry,
  children,
}: PropsWithChildren<{ error: Error | null; onRetry: () => void }>) {
  const signedIn = useSession(({ token }) => token !== null);
  if (!signedIn)
    return (
      <StateView
        icon="user"
        title="登录后才能群发"
        actions={<Button text="登录" look="main" onTap={signInFirst} />}
      />
    );
  if (error === null) return <>{children}</>;
  const failure = asApiError(error);
  if (failure.code === 'action.forbidden')
    return (
      <StateView
        icon="shield"
        title="群发包由宣传骨干和老师做"
        text={failure.message}
        actions={<Button text="返回" onTap={() => back()} />}
      />
    );
  return (
    <StateView
      icon={failure.code === 'network' ? 'wifi-off' : 'alert'}
      title="没能打开群发包"
      text={failureWords(failure)}
      requestId={failure.requestId}
      actions={<Button text="重试" icon="refresh" look="main" onTap={onRetry} />}
    />
  );
}
