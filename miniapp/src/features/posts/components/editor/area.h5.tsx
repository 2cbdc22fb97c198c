import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { cx } from '@/ui/class-names';
import { markRuns } from '../../editing/mark-runs';
import type { AreaProps } from './area';

/** Longer texts are shown plain: a key must not wait for their colours. */
const longestColoured = 20_000;

/** Brings a place of the text into view: a field scrolls its caret only within itself, and this one is as tall as its text. */
function bringIntoView(area: HTMLTextAreaElement, at: number) {
  const copy = document.createElement('div');
  const style = getComputedStyle(area);
  copy.style.cssText = `position:absolute;visibility:hidden;white-space:pre-wrap;overflow-wrap:break-word;top:${area.offsetTop}px;left:${area.offsetLeft}px;width:${area.clientWidth}px;font:${style.font};padding:${style.padding}`;
  copy.textContent = area.value.slice(0, at);
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  copy.append(mark);
  area.parentElement?.append(copy);
  mark.scrollIntoView({ block: 'center' });
  copy.remove();
}

/** The text of an article in the browser's own field, which grows with it. */
export function EditorArea({
  className,
  label,
  placeholder,
  value,
  editing,
  found,
  handlers,
  onFocus,
}: AreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { selecting } = editing;
  const coloured = value.length <= longestColoured;
  const runs = useMemo(() => (coloured ? markRuns(value, found) : []), [value, found, coloured]);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || !selecting) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(selecting.start, selecting.end);
    if (selecting.show) bringIntoView(element, selecting.start);
  }, [selecting]);
  return (
    <>
      {coloured && (
        <div className={cx(className, 'ed-mk')} aria-hidden="true">
          {runs.map(({ text, tone, found: isFound }, at) => (
            // Runs have no names, and all of them are drawn again with each key.
            <span key={at} className={cx(tone && `ed-mk-${tone}`, isFound && 'ed-mk-found')}>
              {text}
            </span>
          ))}
        </div>
      )}
      <textarea
        ref={area}
        className={cx(className, coloured && 'ed-clear')}
        value={value}
        placeholder={placeholder}
        rows={1}
        aria-label={label}
        onFocus={() => onFocus(true)}
        onBlur={() => onFocus(false)}
        onChange={({ target }) =>
          editing.typed({ text: target.value, start: target.selectionStart, end: target.selectionEnd })
        }
        onSelect={({ currentTarget }) =>
          editing.selected(currentTarget.selectionStart, currentTarget.selectionEnd)
        }
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
          if (handlers.onShortcut(event.key.toLowerCase(), event.shiftKey)) event.preventDefault();
        }}
        onPaste={(event) => {
          if (handlers.onPaste(event.clipboardData)) event.preventDefault();
        }}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault();
        }}
        onDrop={(event) => {
          const files = Array.from(event.dataTransfer.files);
          if (files.length === 0) return;
          event.preventDefault();
          handlers.onDrop(files);
        }}
      />
    </>
  );
}
