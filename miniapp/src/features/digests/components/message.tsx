import { fitsScreen, lengthOf } from '@qihang/shared/digests/text';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/ui/card';
import { TextAreaCore } from '@/ui/form/text-area-core';
import { LinkTap } from './link-tap';
import './message.scss';

interface Props {
  text: string;
  place: number;
  of: number;
  onChange: (text: string) => void;
}

/** One message, exactly as it is copied; it can be changed here. */
export function Message({ text, place, of, onChange }: Props) {
  const [editing, setEditing] = useState(false);
  const size = `${lengthOf([text])} 字，${fitsScreen(text) ? '一屏看完' : '超过一屏'}`;
  return (
    <View>
      <View className="row ms-h">
        <Text className="strong">第 {place} 条</Text>
        <Text className="cap grow ms-n">
          {of > 1 ? `共 ${of} 条，` : ''}
          {size}
        </Text>
        <LinkTap
          text={editing ? '改好了' : '改'}
          icon={editing ? 'check' : 'pencil'}
          onTap={() => setEditing(!editing)}
        />
      </View>
      <Card className="ms">
        {editing ? (
          <TextAreaCore
            className="ms-a"
            label={`第 ${place} 条的文字`}
            value={text}
            placeholder="要发的文字"
            focus
            onChange={onChange}
          />
        ) : (
          <Text className="ms-t" userSelect>
            {text}
          </Text>
        )}
      </Card>
    </View>
  );
}
