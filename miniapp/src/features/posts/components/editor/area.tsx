import type { TextSpan } from '@qihang/shared/text/link';
import { Textarea } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { scrollToShare } from '@/platform/page';
import type { Editing } from '../../editing/use-editing';

/** What only a browser knows of: keys, files and formatted text on the clipboard. */
export interface AreaHandlers {
  onShortcut: (key: string, again: boolean) => boolean;
  onPaste: (data: DataTransfer) => boolean;
  onDrop: (files: File[]) => void;
  /** A longer text came all at once, which WeChat does not call a paste. */
  onArrived: (before: string, after: string) => void;
}

export interface AreaProps {
  className: string;
  label: string;
  placeholder: string;
  value: string;
  editing: Editing;
  /** Places that the check is about; shown where the field can show them. */
  found: readonly TextSpan[];
  handlers: AreaHandlers;
  onFocus: (focused: boolean) => void;
}

const nowhere = { selectionStart: -1, selectionEnd: -1, cursor: -1 };

/** Keys that one taps one after the other never bring as much at once. */
const leastArrival = 20;

/** The text of an article in WeChat's own field, which grows with it. */
export function EditorArea({ className, label, placeholder, value, editing, handlers, onFocus }: AreaProps) {
  const { selecting } = editing;
  const [focus, setFocus] = useState(false);
  const [place, setPlace] = useState(nowhere);
  useEffect(() => {
    if (!selecting) return;
    setPlace({ selectionStart: selecting.start, selectionEnd: selecting.end, cursor: selecting.end });
    setFocus(true);
    if (selecting.show) scrollToShare('.ed-a', value.length === 0 ? 0 : selecting.start / value.length);
  }, [selecting]);
  return (
    <Textarea
      className={className}
      value={value}
      placeholder={placeholder}
      placeholderClass="fd-ph"
      maxlength={-1}
      autoHeight
      focus={focus}
      holdKeyboard
      disableDefaultPadding
      showConfirmBar={false}
      cursorSpacing={120}
      aria-label={label}
      {...place}
      onFocus={() => onFocus(true)}
      onBlur={() => {
        setFocus(false);
        onFocus(false);
      }}
      onInput={({ detail }) => {
        setPlace(nowhere);
        const caret = detail.cursor ?? detail.value.length;
        editing.typed({ text: detail.value, start: caret, end: caret });
        if (detail.value.length - value.length >= leastArrival) handlers.onArrived(value, detail.value);
      }}
      onSelectionChange={(event) => {
        const { selectionStart, selectionEnd } = event.detail as Record<string, number | undefined>;
        if (selectionStart !== undefined && selectionEnd !== undefined)
          editing.selected(selectionStart, selectionEnd);
      }}
    />
  );
}
