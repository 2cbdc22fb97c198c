import type { MustRead } from '@qihang/shared/must-read/notice';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import { Pill } from '@/ui/pill';
import { doneWords, dueWords, nextWords } from '../must-read-words';
import './must-read.scss';

/** Above a notice that was read: that it was, and what is left to do. */
export function ReadNote({ mustRead, now }: { mustRead: MustRead; now: Date }) {
  if (!mustRead.readAt) return null;
  const next = nextWords(mustRead, now);
  return (
    <View className="mr-done">
      <Icon name="check" size={20} />
      <View className="grow">
        <Text className="mr-b strong">{doneWords(mustRead.readAt, now)}</Text>
        {next !== '' && <Text className="mr-b">{next}</Text>}
      </View>
    </View>
  );
}

/** In a notice: until when something is to be done, and what. */
export function DueBox({ mustRead: { dueAt, todo }, now }: { mustRead: MustRead; now: Date }) {
  if (dueAt === null && todo === '') return null;
  return (
    <View className="mr-due">
      {dueAt !== null && (
        <View className="row">
          <Text className="grow strong">完成期限</Text>
          <Pill state="far" words={[dueWords(dueAt, now)]} />
        </View>
      )}
      {todo !== '' && <Text className="mr-b">{todo}</Text>}
    </View>
  );
}
