import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';

interface Props {
  open: boolean;
  onApply: (rows: number, columns: number) => void;
  onClose: () => void;
}

const most = { rows: 20, columns: 6 };

/** How many rows and columns a new table has. */
export function TableSheet({ open, onApply, onClose }: Props) {
  const [rows, setRows] = useState(3);
  const [columns, setColumns] = useState(2);
  return (
    <Sheet
      open={open}
      title="插入表格"
      onClose={onClose}
      footer={
        <Button
          text={`插入 ${rows} 行 ${columns} 列`}
          look="main"
          grow
          onTap={() => onApply(rows, columns)}
        />
      }
    >
      <Stepper name="列" value={columns} min={2} max={most.columns} onChange={setColumns} />
      <Stepper name="行（不算表头）" value={rows} min={1} max={most.rows} onChange={setRows} />
      <Text className="cap">手机上超过 4 列要左右滑着看</Text>
    </Sheet>
  );
}

interface StepperProps {
  name: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

const Stepper = ({ name, value, min, max, onChange }: StepperProps) => (
  <View className="ed-st">
    <Text className="grow">{name}</Text>
    <Tap
      className="ed-st-b"
      label={`少一${name[0]}`}
      disabled={value <= min}
      onTap={() => onChange(value - 1)}
    >
      <Icon name="minus" size={20} />
    </Tap>
    <Text className="ed-st-n">{value}</Text>
    <Tap
      className="ed-st-b"
      label={`多一${name[0]}`}
      disabled={value >= max}
      onTap={() => onChange(value + 1)}
    >
      <Icon name="plus" size={20} />
    </Tap>
  </View>
);
