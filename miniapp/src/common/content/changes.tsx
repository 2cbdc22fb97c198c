import type { Change } from '@qihang/shared/revisions/contract';
import { Text, View } from '@tarojs/components';
import './changes.scss';
import { type Paragraph, type Part, paragraphsOf } from './paragraphs';

const heard = { added: '加上：', removed: '删去：' } as const;

/** A passage, told apart by line and colour for the eye and by a word for the ear. */
const Passage = ({ text, op }: Part) =>
  op === 'same' ? (
    <Text>{text}</Text>
  ) : (
    <>
      <Text className="sr">{heard[op]}</Text>
      <Text className={op === 'added' ? 'df-ins' : 'df-del'}>{text}</Text>
    </>
  );

const placeWords = (paragraph: Exclude<Paragraph, { change: 'same' }>): string =>
  paragraph.change === 'removed'
    ? `第 ${paragraph.place} 段之后，整段删了`
    : `第 ${paragraph.place} 段${paragraph.change === 'added' ? '，新加的' : ''}`;

/** What differs between two versions, field by field; a long text paragraph by paragraph. */
export const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <View className="card df">
    {changes.map(({ field, label, parts }) => {
      const paragraphs = paragraphsOf(parts);
      const isLong = paragraphs.length > 1;
      return paragraphs.map((paragraph, index) =>
        paragraph.change === 'same' ? (
          <View key={`${field}${index}`} className="df-l df-same">
            <Text>{`没变的 ${paragraph.count} 段`}</Text>
          </View>
        ) : (
          <View key={`${field}${index}`} className="df-l">
            <Text className="df-k">{isLong ? `${label}，${placeWords(paragraph)}` : label}</Text>
            <View className="df-t">
              {paragraph.parts.map((part, at) => (
                <Passage key={at} {...part} />
              ))}
            </View>
          </View>
        ),
      );
    })}
  </View>
);
