import type { NotificationSettings } from '@qihang/shared/notifications/settings';
import { Text, View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { Card } from '@/ui/card';
import { TimeCore } from '@/ui/form/time-core';
import type { SettingsChange } from '../settings';
import './quiet-card.scss';
import { SwitchRow } from './switch-row';

interface Props {
  settings: NotificationSettings;
  onChange: (change: SettingsChange) => void;
}

/** Hours of the night in which nothing rings. */
export function QuietCard({ settings, onChange }: Props) {
  const { quiet, quietFrom, quietTo } = settings;
  const set = (change: { quietFrom?: string; quietTo?: string }) => {
    const { quietFrom: from, quietTo: to } = { ...settings, ...change };
    if (from === to) return toast('开始和结束不能是同一个时间；不想要就把开关关掉');
    onChange(change);
  };
  return (
    <Card className="qc">
      <SwitchRow
        text="夜里不打扰"
        hint="这段时间的提醒攒到早上一起发"
        strong
        on={quiet}
        onChange={(on) => onChange({ quiet: on })}
      />
      {quiet && (
        <>
          <View className="qc-h">
            <View className="qc-w">
              <TimeCore
                className="qc-f"
                label="从几点起不打扰"
                value={quietFrom}
                onChange={(time) => set({ quietFrom: time })}
              />
            </View>
            <Text className="qc-to">到</Text>
            <View className="qc-w">
              <TimeCore
                className="qc-f"
                label="到几点为止"
                value={quietTo}
                onChange={(time) => set({ quietTo: time })}
              />
            </View>
          </View>
          <Text className="meta qc-n">第二天一早就截止的，提前到当晚 21:30 发。</Text>
        </>
      )}
    </Card>
  );
}
