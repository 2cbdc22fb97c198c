import { muteLimits } from '@qihang/shared/moderation/vocabulary';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { AreaField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';

interface Props {
  open: boolean;
  /** For longer than a lead may. */
  long: boolean;
  /** Who is muted, without a name: the author of this 问题. */
  noun: string;
  loading: boolean;
  error: string | undefined;
  onSubmit: (days: number, reason: string) => void;
  onClose: () => void;
}

const shortTimes = [1, 3, 7];
const longTimes = [30, 90, 180];
const usualReasons = ['反复发广告或引流', '攻击、辱骂他人', '反复发布不实信息', '泄露他人隐私'];

/** Asks for how long and why somebody may not speak. The person reads the reason. */
export function MuteSheet({ open, long, noun, loading, error, onSubmit, onClose }: Props) {
  const [days, setDays] = useState(0);
  const [reason, setReason] = useState('');
  useEffect(() => {
    if (!open) return;
    setDays(0);
    setReason('');
  }, [open]);
  const words = reason.trim();
  const ready = days > 0 && words.length >= 2 && words.length <= muteLimits.reason;
  return (
    <Sheet
      open={open}
      title={`禁言这个${noun}的作者`}
      onClose={onClose}
      footer={
        <Button
          text={days > 0 ? `禁言 ${days} 天` : '选一个时长'}
          look="main"
          grow
          disabled={!ready}
          loading={loading}
          onTap={() => onSubmit(days, words)}
        />
      }
    >
      <View className="cs">
        {[...shortTimes, ...(long ? longTimes : [])].map((one) => (
          <Chip key={one} text={`${one} 天`} on={days === one} onTap={() => setDays(one)} />
        ))}
      </View>
      <View className="cs">
        {usualReasons.map((one) => (
          <Chip key={one} text={one} on={reason === one} onTap={() => setReason(one)} />
        ))}
      </View>
      <AreaField
        label="理由"
        required
        value={reason}
        max={muteLimits.reason}
        placeholder="对方会看到；写清哪里不合适"
        hint="期间不能提问、回答和反馈，阅读和收藏不受影响"
        error={error}
        onChange={setReason}
      />
    </Sheet>
  );
}
