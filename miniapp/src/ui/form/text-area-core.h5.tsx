import { useEffect, useRef } from 'react';
import type { TextAreaProps } from './text-area-core';

/** The browser's own text area: Taro's would bring its whole web-component runtime along. */
export function TextAreaCore({
  className,
  label,
  value,
  placeholder,
  focus = false,
  onChange,
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  return (
    <textarea
      ref={area}
      className={className}
      value={value}
      placeholder={placeholder}
      rows={1}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
