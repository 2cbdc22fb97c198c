import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import './todo-card.scss';

export interface Todo {
  key: string;
  title: string;
  /** Under the title; `urgent` in the colour of deadlines. */
  words: string;
  urgent: boolean;
  act: string;
  run: () => void;
}

interface Props {
  title: string;
  count: number;
  items: readonly Todo[];
  className?: string;
  extra?: ReactNode;
}

/** Things that wait for one act each, with its button in the row. */
export const TodoCard = ({ title, count, items, className, extra }: Props) => (
  <Card
    className={cx('td', className)}
    title={title}
    extra={extra ?? <Text className="meta">共 {count}</Text>}
  >
    {items.map(({ key, title: name, words, urgent, act, run }) => (
      <View key={key} className="td-r">
        <View className="grow">
          <Text className="td-t">{name}</Text>
          <Text className={cx('cap td-w', urgent && 'td-u')}>{words}</Text>
        </View>
        <Button text={act} onTap={run} />
      </View>
    ))}
  </Card>
);
