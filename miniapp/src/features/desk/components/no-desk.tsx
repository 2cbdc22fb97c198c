import { dayAt } from '@qihang/shared/time/shanghai';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { back } from '@/platform/navigation';
import { isH5 } from '@/platform/target';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';
import { useRecordFile } from '../hooks';

/** For those whose term is over or never was; the record of the last term can still be taken along. */
export function NoDesk({ text }: { text: string }) {
  const file = useRecordFile();
  const now = useNow();
  const take = () =>
    file.mutate(undefined, {
      onSuccess: (csv) => saveFile(`服务记录-${dayAt(now.getTime())}.csv`, csv, 'text/csv'),
      onError: (error) => {
        const { code, message } = asApiError(error);
        toast(code === 'resource.not-found' ? '没有任职过，所以没有服务记录' : message);
      },
    });
  return (
    <StateView
      icon="shield"
      title="工作台给任期内的同学和老师用"
      text={text}
      actions={
        <>
          {isH5 && <Button text="导出我的服务记录" icon="download" loading={file.isPending} onTap={take} />}
          <Button text="返回" onTap={() => back()} />
        </>
      }
    />
  );
}
