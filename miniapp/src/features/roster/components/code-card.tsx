import type { ClassCode } from '@qihang/shared/verification/roster';
import { Text, View } from '@tarojs/components';
import { copy } from '@/platform/device';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { dateWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Tag } from '@/ui/tag';
import { classWords, invitation } from '../words';
import './code-card.scss';

interface Props {
  code: ClassCode;
  now: Date;
  /** While a code is being ended. */
  busy: boolean;
  onRevoke: (code: ClassCode) => void;
}

const endNames = { expired: '已过期', revoked: '已作废' } as const;

export function CodeCard({ code, now, busy, onRevoke }: Props) {
  const { state, college, used, total, expiresAt, createdBy } = code;
  return (
    <Card
      title={classWords(code)}
      extra={state === 'valid' ? undefined : <Tag text={endNames[state]} tone="grey" />}
    >
      {code.code !== null && (
        <Text className="cc-c" selectable aria-label={`邀请码 ${[...code.code].join(' ')}`}>
          {code.code}
        </Text>
      )}
      <DotLine
        className="meta"
        parts={[
          `用它认证 ${used} 人，全班 ${total} 人`,
          state === 'valid' && `${dateWords(new Date(expiresAt), now)}前有效`,
        ]}
      />
      <DotLine className="cap" parts={[college, createdBy]} />
      {code.code !== null && (
        <View className="cc-a">
          <Button
            text="复制通知"
            icon="copy"
            onTap={() => copy(invitation(code, now), '已复制，可以发到班级群')}
          />
          {code.viewer.can.includes('revoke') && (
            <Button text="作废" look="quiet" disabled={busy} onTap={() => onRevoke(code)} />
          )}
        </View>
      )}
    </Card>
  );
}
