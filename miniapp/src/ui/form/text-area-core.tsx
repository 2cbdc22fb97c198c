import { Textarea } from '@tarojs/components';

export interface TextAreaProps {
  className: string;
  label: string;
  value: string;
  placeholder: string;
  focus?: boolean;
  onChange: (value: string) => void;
}

/** Several lines of text, growing with them. */
export const TextAreaCore = ({
  className,
  label,
  value,
  placeholder,
  focus = false,
  onChange,
}: TextAreaProps) => (
  <Textarea
    className={className}
    value={value}
    placeholder={placeholder}
    placeholderClass="fd-ph"
    maxlength={-1}
    autoHeight
    focus={focus}
    showConfirmBar={false}
    cursorSpacing={80}
    aria-label={label}
    onInput={(event) => onChange(event.detail.value)}
  />
);
