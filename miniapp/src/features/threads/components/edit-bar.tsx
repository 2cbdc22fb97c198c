import { Text } from '@tarojs/components';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';

interface Props {
  /** Where what is typed is kept. */
  saved: string;
  text: string;
  busy: boolean;
  onSave: () => void;
  /** Drops the change. */
  onDrop: () => void;
}

/** At the foot of a change. */
export const EditBar = ({ saved, text, busy, onSave, onDrop }: Props) => (
  <ActionBar above={<Text>{saved}</Text>}>
    <Button text="不改了" look="quiet" tall onTap={onDrop} />
    <Button text={text} look="main" grow loading={busy} onTap={onSave} />
  </ActionBar>
);
