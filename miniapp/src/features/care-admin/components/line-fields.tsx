import { careLimits } from '@qihang/shared/care/contract';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { TextField } from '@/ui/form/text-field';
import type { CareForm } from '../form';

type Line = CareForm['lines'][number];

interface Props {
  index: number;
  line: Line;
  problems: Record<string, string>;
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
}

/** A line to call. */
export const LineFields = ({ index, line, problems, onChange, onRemove }: Props) => {
  const problemOf = (field: keyof Line) => problems[`lines.${index}.${field}`];
  return (
    <Card>
      <TextField
        label={`电话 ${index + 1} 的名称`}
        required
        value={line.name}
        max={careLimits.name}
        placeholder="如 校心理中心"
        error={problemOf('name')}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label="号码"
        required
        value={line.phone}
        max={careLimits.phone}
        placeholder="如 0535-6000000"
        error={problemOf('phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <TextField
        label="什么时候有人接"
        value={line.about}
        max={careLimits.about}
        placeholder="如 工作日 8:30–17:00"
        error={problemOf('about')}
        onChange={(about) => onChange({ about })}
      />
      <View className="row">
        <Button text="删去这个电话" look="quiet" onTap={onRemove} />
      </View>
    </Card>
  );
};
