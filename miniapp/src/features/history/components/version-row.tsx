import type { Revision } from '@qihang/shared/revisions/contract';
import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { momentWords } from '@/ui/date-words';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { whatWords } from '../words';
import './version-row.scss';

interface Props {
  revision: Revision;
  now: Date;
  selected: boolean;
  /** Its words are those of the piece: there is nothing to put back. */
  isNewest: boolean;
  onOpen: (revision: Revision) => void;
  onPutBack: (revision: Revision) => void;
}

/** One version: when, who made it, what was changed, and the way back to it. */
export const VersionRow = ({ revision, now, selected, isNewest, onOpen, onPutBack }: Props) => (
  <View className={cx('vr', selected && 'vr-on', revision.rev === 1 && 'vr-end')}>
    <View className="row">
      <Text className="vr-t grow">{`第 ${revision.rev} 版`}</Text>
      {revision.seen === 'now' ? (
        <Tag text="读者看到的" icon="check" />
      ) : (
        <Text className="cap">{momentWords(new Date(revision.at), now)}</Text>
      )}
    </View>
    <Text className="vr-w">
      {revision.seen === 'now' ? `${momentWords(new Date(revision.at), now)}，` : ''}
      {whatWords(revision)}
    </Text>
    <View className="vr-a">
      <Tap className="vr-l" label={`看第 ${revision.rev} 版的改动`} onTap={() => onOpen(revision)}>
        <Text>{revision.rev === 1 ? '看这版' : '看改动'}</Text>
      </Tap>
      {!isNewest && (
        <Tap className="vr-l" label={`用回第 ${revision.rev} 版`} onTap={() => onPutBack(revision)}>
          <Text>用回这版</Text>
        </Tap>
      )}
    </View>
  </View>
);

/** My own change that readers do not see yet, on top of what they see. */
export const CopyRow = ({ text, onTap }: { text: string; onTap: () => void }) => (
  <View className="vr vr-copy">
    <View className="row">
      <Text className="vr-t grow">正在改，还没发布</Text>
      <Tag text="没发布" tone="wait" />
    </View>
    <Text className="vr-w">{text}</Text>
    <View className="vr-a">
      <Tap className="vr-l" label="接着改" onTap={onTap}>
        <Text>接着改</Text>
      </Tap>
    </View>
  </View>
);

export const VersionSkeleton = () => (
  <View className="vr">
    <Bone width={30} look="title" />
    <Bone width={60} />
  </View>
);
