import type { PostFinding } from '@qihang/shared/posts/check';
import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';

/** A finding of the check, or one that only the page knows of, with what can be done about it. */
export interface Listed {
  key: string;
  severity: PostFinding['severity'];
  message: string;
  detail: string;
  act: { text: string; run: () => void };
}

/** Everything that was found, what blocks first, each with its own act. */
export const Findings = ({ findings, sound }: { findings: readonly Listed[]; sound: readonly string[] }) => (
  <View>
    {findings.map(({ key, severity, message, detail, act }) => (
      <View key={key} className={cx('ed-ck', severity === 'block' && 'ed-bad')}>
        <Icon name={severity === 'block' ? 'alert' : 'info'} size={20} />
        <View className="grow">
          <Text className="strong ed-ln">{message}</Text>
          <Text className="cap ed-ln">{detail}</Text>
        </View>
        <Tap className="ed-ck-a" label={`${act.text}：${message}`} onTap={act.run}>
          <Text className="link">{act.text}</Text>
        </Tap>
      </View>
    ))}
    {sound.map((text) => (
      <View key={text} className="ed-ck ed-ok">
        <Icon name="check" size={20} />
        <Text className="grow">{text}</Text>
      </View>
    ))}
  </View>
);
