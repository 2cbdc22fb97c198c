import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { differences } from './carried';
import type { JobForm } from './job-form';
import './carried-changes.scss';

interface Props {
  form: JobForm;
  /** What was written before it turned out that the job stands already. */
  proposed: JobForm;
  onChange: (part: Partial<JobForm>) => void;
}

/** Field by field what would change, each taken over in one tap. */
export function CarriedChanges({ form, proposed, onChange }: Props) {
  const found = differences(form, proposed);
  if (found.length === 0)
    return (
      <Card title="刚才写的都在这里了">
        <Text className="meta">检查一遍再保存。原来的草稿还在，返回就能接着写</Text>
      </Card>
    );
  const takeAll = () => onChange(Object.assign({}, ...found.map(({ change }) => change)));
  return (
    <Card
      title={`刚才写的有 ${found.length} 处不同`}
      extra={<Button text="全部采用" look="quiet" onTap={takeAll} />}
    >
      {found.map(({ label, before, after, change }) => (
        <View className="cc" key={label}>
          <View className="grow">
            <Text className="cap">{label}</Text>
            <Text className="cc-now">{before || '没有写'}</Text>
            <Text className="cc-then">{after}</Text>
          </View>
          <Button text={`采用${label}`} onTap={() => onChange(change)} />
        </View>
      ))}
    </Card>
  );
}
