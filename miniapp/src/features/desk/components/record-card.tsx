import type { ServiceRecord } from '@qihang/shared/desk/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { copy } from '@/platform/device';
import { toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { isH5 } from '@/platform/target';
import { Card } from '@/ui/card';
import { dateWords } from '@/ui/date-words';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { useRecordFile } from '../hooks';
import './record-card.scss';

/** What I did in my term, in numbers; mine alone, to be taken along. */
export function RecordCard({ record, now }: { record: ServiceRecord; now: Date }) {
  const file = useRecordFile();
  const { published, answered, reviewed, updated, fresh, savedBy } = record;
  const since = dateWords(new Date(record.from), now);
  const more = [
    updated > 0 && `修改 ${updated} 次内容`,
    fresh > 0 && `核实 ${fresh} 个岗位`,
    savedBy > 0 && `${savedBy} 位同学收藏了你发的岗位`,
  ].filter(Boolean);
  const take = () => {
    // A mini-program has no downloads; the text can be pasted anywhere.
    if (!isH5) {
      const words = [`发布 ${published}，回答 ${answered}，审核 ${reviewed}`, ...more].join('，');
      return copy(`${since}起：${words}`, '服务记录已复制，表格请到网页版下载');
    }
    file.mutate(undefined, {
      onSuccess: (text) => saveFile(`服务记录-${dayAt(now.getTime())}.csv`, text, 'text/csv'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  return (
    <Card
      title="我的服务记录"
      extra={
        <Tap className="rc-x" label="导出证明" disabled={file.isPending} onTap={take}>
          <Icon name="download" size={16} />
          <Text>导出证明</Text>
        </Tap>
      }
    >
      <View className="rc">
        <Figure n={published} name="发布" />
        <Figure n={answered} name="回答" />
        <Figure n={reviewed} name="审核" />
      </View>
      <Text className="meta rc-m">
        {since}上任以来{more.length > 0 ? `，${more.join('，')}` : ''}。只有你自己看得到
      </Text>
    </Card>
  );
}

const Figure = ({ n, name }: { n: number; name: string }) => (
  <View className="rc-f">
    <Text className="rc-n">{n}</Text>
    <Text className="cap">{name}</Text>
  </View>
);
