import { isH5 } from '@/platform/target';

export interface A11y {
  role?: 'button' | 'link' | 'tab' | 'checkbox' | 'radio' | 'switch' | 'dialog' | 'heading' | 'alert' | 'img';
  label?: string;
  /** For switches, boxes and tabs; WeChat hears it in the label. */
  checked?: boolean;
  hidden?: boolean;
}

const checkedAttribute = { tab: 'aria-selected', button: 'aria-pressed' } as const;

/** What a screen reader hears, in the words of each target: WeChat knows only aria-role, -label and -hidden. */
export function a11y({ role, label, checked, hidden }: A11y): Record<string, unknown> {
  if (hidden) return { 'aria-hidden': 'true' };
  if (!isH5) {
    const heard = label !== undefined && checked ? `${label}，已选` : label;
    return { ...(role ? { 'aria-role': role } : {}), ...(heard ? { 'aria-label': heard } : {}) };
  }
  const attribute = role === 'tab' || role === 'button' ? checkedAttribute[role] : 'aria-checked';
  return {
    ...(role ? { role } : {}),
    ...(label ? { 'aria-label': label } : {}),
    ...(checked === undefined ? {} : { [attribute]: checked }),
  };
}
