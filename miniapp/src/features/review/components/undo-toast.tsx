import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { a11y } from '@/ui/a11y';
import { Tap } from '@/ui/tap';
import type { Decision } from '../hooks';

export interface Undoable {
  text: string;
  caseIds: readonly string[];
  /** What was decided, and why: taken back, the reason is there again. */
  decision: Decision;
}

interface Props {
  undoable: Undoable;
  busy: boolean;
  onUndo: () => void;
  /** The time is over. */
  onOver: () => void;
}

/** Screens offer half of the server's time, so that the request still arrives within it. */
const seconds = 5;

/** What was decided just now, and for some seconds the way back. */
export function UndoToast({ undoable, busy, onUndo, onOver }: Props) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => clearInterval(timer);
  }, [undoable]);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left, onOver]);
  if (left <= 0) return null;
  return (
    <View className="toast-x">
      <View className="toast">
        <Text className="grow" {...a11y({ role: 'alert' })}>
          {undoable.text}
        </Text>
        <Tap className="toast-b" label="撤销" disabled={busy} onTap={onUndo}>
          <Text>撤销 {left} 秒</Text>
        </Tap>
      </View>
    </View>
  );
}
