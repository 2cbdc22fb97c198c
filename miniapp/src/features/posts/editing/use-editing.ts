import { useRef, useState } from 'react';
import { selectedRange } from '@/platform/selected-range';
import { type Edit, settle } from './edit';
import { emptyHistory, noteChange, redo, undo } from './history';
import { afterTyping, styleAt } from './lines';

/** A selection that the field is to take, once for each object; `show` brings it into view. */
export interface Selecting {
  start: number;
  end: number;
  show: boolean;
}

/** The text of an editor with its selection, its buttons and its way back. `text` is kept by the form, which hears of changes. */
export function useEditing(text: string, onText: (text: string) => void) {
  const [selecting, setSelecting] = useState<Selecting | null>(null);
  const [style, setStyle] = useState<ReturnType<typeof styleAt>>(null);
  const [history, setHistory] = useState(emptyHistory);
  // What buttons and late answers read: they outlive the render that made them.
  const live = useRef({ text, start: text.length, end: text.length, history });
  live.current.text = text;
  live.current.history = history;
  const it = live.current;

  const current = (): Edit => settle(it);
  const note = (next: typeof history) => {
    it.history = next;
    setHistory(next);
  };
  function hold({ text: next, start, end }: Edit) {
    Object.assign(it, { text: next, start, end });
    setStyle(styleAt(it));
  }
  function put(next: Edit, show = false) {
    const before = it.text;
    hold(next);
    setSelecting({ start: next.start, end: next.end, show });
    if (next.text !== before) onText(next.text);
  }

  const editing = {
    selecting,
    style,
    canUndo: history.past.length > 0,
    current,
    /** The field's text and caret after a key. */
    typed(after: Edit) {
      const before = current();
      if (after.text === before.text) return hold(after);
      note(noteChange(it.history, before, Date.now(), true));
      const next = afterTyping(before, after);
      if (next === after) {
        hold(after);
        onText(after.text);
      } else put(next);
    },
    /** The field's selection moved. */
    selected(start: number, end: number) {
      if (start === it.start && end === it.end) return;
      hold({ text: it.text, start, end });
    },
    /** What a button does with the text and its selection. */
    async run(operation: (edit: Edit) => Edit) {
      const range = await selectedRange();
      if (range) Object.assign(it, range);
      editing.apply(operation(current()));
    },
    /** Puts a changed text in the place of this one, as one step. */
    apply(next: Edit, show = false) {
      const before = current();
      if (next.text !== before.text) note(noteChange(it.history, before, Date.now(), false));
      put(next, show);
    },
    /** Changes the text without touching what is selected: something arrived while one writes. */
    merge(change: (edit: Edit) => Edit) {
      const before = current();
      const next = change(before);
      if (next.text === before.text) return;
      note(noteChange(it.history, before, Date.now(), false));
      const same = next.text.startsWith(before.text.slice(0, before.end));
      put(same ? { ...next, start: before.start, end: before.end } : next);
    },
    undo() {
      const back = undo(it.history, current());
      if (!back) return;
      note(back.history);
      put(back.edit);
    },
    redo() {
      const again = redo(it.history, current());
      if (!again) return;
      note(again.history);
      put(again.edit);
    },
    /** Selects a place and brings it into view. */
    show(start: number, end: number) {
      put({ text: it.text, start, end }, true);
    },
  };
  return editing;
}

export type Editing = ReturnType<typeof useEditing>;
