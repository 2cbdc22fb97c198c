import { dayAt } from '@qihang/shared/time/shanghai';
import { Text } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { copy } from '@/platform/device';
import { toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { isH5 } from '@/platform/target';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { useExport } from '../hooks';
import './actions.scss';

/** The way out with everything: a file in a browser; a mini-program has no downloads, but a clipboard. */
export function ExportCard() {
  const exported = useExport();
  const now = useNow();
  const take = (text: string) => {
    if (isH5) saveFile(`启航-我的数据-${dayAt(now.getTime())}.json`, text, 'application/json');
    else copy(text, '已复制，可以粘贴到文件传输助手或备忘录');
  };
  return (
    <Card title="带走一份">
      <Text className="meta md-p">
        {isH5
          ? '下载的是 JSON 文件，包括匿名提问和备注，请自己收好'
          : '小程序不能下载文件：复制全部内容，或在网页版下载 JSON 文件。里面有匿名提问和备注，请自己收好'}
      </Text>
      <Button
        text={isH5 ? '下载我的数据' : '复制我的数据'}
        icon={isH5 ? 'download' : 'copy'}
        loading={exported.isPending}
        onTap={() =>
          exported.mutate(undefined, {
            onSuccess: take,
            onError: (error) => toast(asApiError(error).message),
          })
        }
      />
    </Card>
  );
}
