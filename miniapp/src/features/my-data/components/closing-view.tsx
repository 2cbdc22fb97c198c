import type { Closure } from '@qihang/shared/my-data/contract';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { dateWords } from '@/ui/date-words';
import { StateView } from '@/ui/state-view';
import { useComeBack } from '../hooks';

const fates = {
  keep: '发布过的内容会留下，署名“已注销用户”',
  remove: '发布过的内容会一起删除',
} as const;

/** An account on its way out: until when one can come back, and the way to. */
export function ClosingView({ closure }: { closure: Closure }) {
  const comeBack = useComeBack();
  const now = useNow();
  const takeBack = () => comeBack.mutate(undefined, { onError: (error) => toast(asApiError(error).message) });
  return (
    <StateView
      icon="clock"
      title="账号正在注销"
      text={`${dateWords(new Date(closure.eraseAt), now)}后个人资料会被删除，不能恢复；${fates[closure.posts]}。在那之前可以撤销。`}
      actions={
        <>
          <Button text="撤销注销" look="main" loading={comeBack.isPending} onTap={takeBack} />
          <Button text="带走我的数据" onTap={() => open('myData')} />
        </>
      }
    />
  );
}
