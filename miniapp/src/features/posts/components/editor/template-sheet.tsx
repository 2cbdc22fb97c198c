import { templatesFor } from '@qihang/shared/posts/templates';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';

interface Props {
  open: boolean;
  board: string;
  onApply: (headings: readonly string[]) => void;
  onClose: () => void;
}

/** Begins with the headings of a template; what is written stays. */
export function TemplateSheet({ open, board, onApply, onClose }: Props) {
  const templates = templatesFor(board);
  const [chosen, setChosen] = useState(templates[0]?.id);
  useEffect(() => {
    if (open) setChosen(templates[0]?.id);
  }, [open]);
  const template = templates.find(({ id }) => id === chosen);
  return (
    <Sheet
      open={open}
      title="从模板开始"
      onClose={onClose}
      footer={
        <Button
          text="加进来，留着我写的"
          look="main"
          grow
          onTap={() => template && onApply(template.headings)}
        />
      }
    >
      {templates.map(({ id, name, about }) => (
        <Tap
          key={id}
          className="ed-tp"
          role="radio"
          label={`${name}，${about}`}
          checked={id === chosen}
          onTap={() => setChosen(id)}
        >
          <View className={cx('ed-rd', id === chosen && 'ed-rd-on')} />
          <View className="grow">
            <Text className="strong ed-ln">{name}</Text>
            <Text className="cap ed-ln">{about}</Text>
          </View>
        </Tap>
      ))}
    </Sheet>
  );
}
