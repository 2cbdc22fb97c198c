import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import type { Choice } from '@/ui/choice-sheet';
import { Chip } from '@/ui/filter-bar';
import { AreaField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';

interface Props {
  open: boolean;
  title: string;
  /** Preset reasons of which one must be chosen; without any the note itself is the reason. */
  reasons?: readonly Choice[];
  /** Who will read it. */
  hint: string;
  max?: number;
  submitText: string;
  loading: boolean;
  error: string | undefined;
  onSubmit: (reason: string, note: string) => void;
  onClose: () => void;
}

const usualLength = 300;

/** Asks for the reason before something is done that others will ask about. */
export function ReasonSheet(props: Props) {
  const {
    open,
    title,
    reasons = [],
    hint,
    max = usualLength,
    submitText,
    loading,
    error,
    onSubmit,
    onClose,
  } = props;
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  useEffect(() => {
    if (!open) return;
    setReason('');
    setNote('');
  }, [open]);
  const ready = (reasons.length === 0 ? note.trim() !== '' : reason !== '') && note.length <= max;
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <Button
          text={submitText}
          look="main"
          grow
          disabled={!ready}
          loading={loading}
          onTap={() => onSubmit(reason, note.trim())}
        />
      }
    >
      {reasons.length > 0 && (
        <View className="cs">
          {reasons.map(({ value, text }) => (
            <Chip key={value} text={text} on={reason === value} onTap={() => setReason(value)} />
          ))}
        </View>
      )}
      <AreaField label="说明" value={note} max={max} placeholder={hint} error={error} onChange={setNote} />
    </Sheet>
  );
}
