import type { Notification } from '@qihang/shared/notifications/contract';
import type { NotificationGroup } from '@qihang/shared/notifications/vocabulary';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import { Bone } from '@/ui/skeleton';
import { Tap } from '@/ui/tap';
import { timeWords } from '../days';
import { wayTo } from '../destinations';
import './message-row.scss';

interface Props {
  message: Notification;
  now: Date;
  onRead: (message: Notification) => void;
  /** The person has applied for the job that it is about. */
  onApplied: (jobId: string) => void;
}

const groupIcons: Record<NotificationGroup, IconName> = {
  deadlines: 'clock',
  threads: 'chat',
  review: 'shield',
  notices: 'bell',
};

/** By the first part of the kind, where a group holds several sorts. */
const kindIcons: Partial<Record<string, IconName>> = { report: 'flag', duty: 'calendar', identity: 'eye' };

const iconOf = ({ kind, group }: Notification): IconName =>
  kindIcons[kind.split('.')[0] ?? ''] ?? groupIcons[group] ?? 'bell';

/** The one job of which a message says that it closes; null for any other message. */
const closingJob = ({ kind, link }: Notification): string | null =>
  kind.startsWith('job.clos') && link?.page === 'job' ? link.id : null;

/** One message: unread ones are bold and have a dot, which reads without colour. A tap opens what it is about and marks it as read. */
export function MessageRow({ message, now, onRead, onApplied }: Props) {
  const { title, body, act, at, read, group, link } = message;
  const way = wayTo(link);
  const follow = () => {
    onRead(message);
    way?.();
  };
  const closing = closingJob(message);
  const applied = () => {
    if (closing === null) return;
    onRead(message);
    onApplied(closing);
  };
  return (
    <View className={cx('msg', !read && 'msg-new')}>
      <View className="msg-dot" />
      <View className={cx('msg-i', group === 'deadlines' && 'msg-due')}>
        <Icon name={iconOf(message)} size={20} />
      </View>
      <View className="grow">
        <Tap
          role={way ? 'link' : 'button'}
          label={`${read ? '' : '未读，'}${title}${body ? `，${body}` : ''}`}
          onTap={follow}
        >
          <View className="msg-h">
            <Text className="msg-t">{title}</Text>
            <Text className="cap msg-at">{timeWords(at, now)}</Text>
          </View>
          {body && <Text className="meta msg-b">{body}</Text>}
        </Tap>
        {closing !== null && (
          <View className="msg-act">
            <Button text="去投递" onTap={follow} />
            <Button text="我投了" look="quiet" onTap={applied} />
          </View>
        )}
        {closing === null && act && way && (
          <View className="msg-act">
            <Button text={act} onTap={follow} />
          </View>
        )}
      </View>
    </View>
  );
}

export const MessageSkeleton = () => (
  <View className="msg">
    <View className="msg-dot" />
    <View className="grow">
      <Bone width={64} />
      <Bone width={82} />
    </View>
  </View>
);
