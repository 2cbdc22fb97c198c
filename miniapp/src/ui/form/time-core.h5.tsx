import type { TimeCoreProps } from './time-core';

/** The browser's own field for hours and minutes. */
export const TimeCore = ({ className, label, value, onChange }: TimeCoreProps) => (
  <input
    className={className}
    type="time"
    aria-label={label}
    value={value === '24:00' ? '' : value}
    onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
  />
);
