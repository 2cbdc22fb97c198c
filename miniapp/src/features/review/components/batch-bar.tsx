import { Text } from '@tarojs/components';
import { useState } from 'react';
import { noWhy, ReturnSheet, sentWhy, type Why } from '@/common/content/return-sheet';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import type { Decision } from '../hooks';

interface Props {
  count: number;
  /** How many of them the machine objects to. */
  doubtful: number;
  busy: boolean;
  error: string | undefined;
  onDecide: (decision: Decision) => Promise<boolean>;
  onStop: () => void;
}

/** Decides several cases alike. */
export function BatchBar({ count, doubtful, busy, error, onDecide, onStop }: Props) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<Why>(noWhy);
  const sendBack = async () => {
    if (!(await onDecide({ action: 'return', ...sentWhy(why) }))) return;
    setAsking(false);
    setWhy(noWhy);
  };
  const words =
    doubtful > 0 ? `其中 ${doubtful} 条机器没说没问题，先看一眼再通过` : `选了 ${count} 条，最多 20 条`;
  return (
    <>
      <ActionBar above={<Text>{words}</Text>}>
        <Button text="取消" look="quiet" tall onTap={onStop} />
        <Button
          text={`退回 ${count} 条`}
          look="danger"
          tall
          grow
          disabled={count === 0 || busy}
          onTap={() => setAsking(true)}
        />
        <Button
          text={`通过 ${count} 条`}
          look={doubtful > 0 ? 'normal' : 'main'}
          tall
          grow
          disabled={count === 0}
          loading={busy && !asking}
          onTap={() => onDecide({ action: 'approve', ...noWhy })}
        />
      </ActionBar>
      <ReturnSheet
        open={asking}
        title={`退回这 ${count} 条`}
        submitText={`退回 ${count} 条`}
        hint="每位作者都会看到这个原因和你的名字"
        presets
        value={why}
        error={error}
        loading={busy}
        onChange={(change) => setWhy((now) => ({ ...now, ...change }))}
        onSubmit={sendBack}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
