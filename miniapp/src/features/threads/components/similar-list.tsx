import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { markedParts } from '../marks';
import { stateTag } from '../words';
import './similar-list.scss';

interface Props {
  threads: readonly ThreadSummary[];
  /** The title being typed, whose words are marked. */
  typed: string;
  /** None of them is what is being asked. */
  onGoOn: () => void;
}

/** Questions that were asked before, directly below the title, where no keyboard covers them. */
export function SimilarList({ threads, typed, onGoOn }: Props) {
  const now = useNow();
  return (
    <View className="sl">
      <Text className="sl-h">有人问过，先看看</Text>
      {threads.map((thread) => (
        <Similar key={thread.id} thread={thread} typed={typed} now={now} />
      ))}
      <View className="sl-on">
        <Text className="grow">都不是我要问的</Text>
        <Tap className="sl-go" label="都不是我要问的，接着写" onTap={onGoOn}>
          <Text>接着写</Text>
          <Icon name="chevron-right" size={16} />
        </Tap>
      </View>
    </View>
  );
}

function Similar({ thread, typed, now }: { thread: ThreadSummary; typed: string; now: Date }) {
  const { topAnswer, answerCount, title } = thread;
  const tag = stateTag(thread, now);
  return (
    <Tap
      className="sl-s"
      role="link"
      label={`${tag.text}，${title}`}
      onTap={() => open('thread', { id: thread.id })}
    >
      <View className="sl-t">
        {markedParts(title, typed).map(({ text, found }, at) => (
          <Text key={at} className={found ? 'sl-f' : ''}>
            {text}
          </Text>
        ))}
      </View>
      {topAnswer && (
        <View className="sl-a">
          <Text>{topAnswer.excerpt}</Text>
        </View>
      )}
      <View className="row sl-m">
        <Tag {...tag} />
        <DotLine
          className="cap"
          parts={[
            topAnswer?.official ? '老师官方答复' : answerCount > 0 && `${answerCount} 个回答`,
            topAnswer !== null && topAnswer.useful > 0 && `${topAnswer.useful} 人觉得有用`,
            thread.outdated && '可能过期',
          ]}
        />
      </View>
    </Tap>
  );
}
