import type { Follow } from '@qihang/shared/follows/contract';
import { followModeNames } from '@qihang/shared/follows/vocabulary';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './follow-line.scss';

interface Props {
  /** What it is: 这个筛选. */
  what: string;
  /** What one hears of: 新岗位. */
  news: string;
  /** Null where it is not followed, undefined while that is not known. */
  follow: Follow | null | undefined;
  busy: boolean;
  onFollow: () => void;
}

/** Offers to follow what is shown, and says that it is followed. */
export const FollowLine = ({ what, news, follow, busy, onFollow }: Props) => (
  <View className="fl">
    <Icon name={follow ? 'check' : 'bell'} size={20} className="fl-i" />
    <Text className="grow fl-t">
      {follow ? `已关注${what}，${followModeNames[follow.mode]}` : `有${news}时告诉你`}
    </Text>
    {follow && (
      <Tap className="fl-b" label="管理我的关注" role="link" onTap={() => open('follows')}>
        <Text>管理</Text>
      </Tap>
    )}
    {follow === null && (
      <Tap className="fl-b" label={`关注${what}`} disabled={busy} onTap={onFollow}>
        <Text>关注{what}</Text>
      </Tap>
    )}
  </View>
);

/** The same above a list. */
export const FollowAbove = (props: Props) => (
  <View className="stack fl-x">
    <FollowLine {...props} />
  </View>
);
