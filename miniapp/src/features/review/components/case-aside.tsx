import type { CaseItem } from '@qihang/shared/cases/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { authorWords } from '../words';
import './case-aside.scss';
import { Key } from './key';

const keys: [string[], string][] = [
  [['J', 'K'], '下一条、上一条'],
  [['C'], '认领这一条'],
  [['D'], '改动、并排、全文'],
  [['A'], '通过'],
  [['R'], '退回，先写原因'],
  [['Z'], '撤销，5 秒内'],
  [['Esc'], '放回队列'],
];

/** Beside the case on a wide window: why it was sent back before, whose it is, and the keys. */
export const CaseAside = ({ item, now }: { item: CaseItem; now: Date }) => (
  <View className="ca">
    {item.lastReturn && (
      <Card title="上次退回">
        <Text className="meta ca-l">
          {item.lastReturn.by}，{momentWords(new Date(item.lastReturn.at), now)}
        </Text>
        <Text className="ca-l">{item.lastReturn.note}</Text>
      </Card>
    )}
    <Card title="作者">
      <Text className="meta ca-l">{authorWords(item.author)}</Text>
      {item.round > 1 && <Text className="meta ca-l">{`这是第 ${item.round} 次送审`}</Text>}
    </Card>
    <Card title="快捷键">
      {keys.map(([names, text]) => (
        <View key={text} className="ca-k">
          <View className="ca-n">
            {names.map((name) => (
              <Key key={name} name={name} />
            ))}
          </View>
          <Text className="meta">{text}</Text>
        </View>
      ))}
      <Text className="cap ca-l">打字时不起作用</Text>
    </Card>
  </View>
);
