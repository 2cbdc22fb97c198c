import type { ContentState } from '@qihang/shared/content/vocabulary';
import { View } from '@tarojs/components';
import './life-note.scss';
import { Note } from '@/ui/note';

interface Props {
  life: ContentState;
  reason: string | null;
}

/** For those who still see a piece that readers do not: that they do not, and why. */
export function LifeNote({ life, reason }: Props) {
  if (life !== 'hidden' && life !== 'withdrawn') return null;
  const why = life === 'withdrawn' ? '已下架，可以重新发布' : reason;
  return (
    <View className="hn">
      <Note icon="eye-off" tone="red" text={`读者现在看不到${why ? `：${why}` : ''}`} />
    </View>
  );
}
