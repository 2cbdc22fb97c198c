import { Input } from '@tarojs/components';
import { useState } from 'react';
import { isH5 } from '@/platform/target';
import { Icon } from '../icon/icon';
import { Tap } from '../tap';
import { Field, type FieldFrame } from './field';
import './secret-field.scss';

interface Props extends FieldFrame {
  value: string;
  placeholder?: string;
  /** Whether the browser offers to fill in what it keeps, or to keep what is typed. */
  kind: 'current-password' | 'new-password';
  onChange: (value: string) => void;
  /** The keyboard's confirm key. */
  onConfirm?: () => void;
}

/** A password, shown on demand: whoever sees it need not type it twice. */
export function SecretField({ value, placeholder = '', kind, onChange, onConfirm, ...frame }: Props) {
  const [shown, setShown] = useState(false);
  const browser = isH5 ? { autoComplete: kind, autoCapitalize: 'off', spellCheck: false } : {};
  return (
    <Field {...frame}>
      <Input
        className="fd-in"
        password={!shown}
        value={value}
        placeholder={placeholder}
        placeholderClass="fd-ph"
        maxlength={-1}
        aria-label={frame.label}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onConfirm?.()}
        {...browser}
      />
      <Tap className="fd-eye" label={shown ? '隐藏密码' : '显示密码'} onTap={() => setShown(!shown)}>
        <Icon name={shown ? 'eye-off' : 'eye'} size={20} />
      </Tap>
    </Field>
  );
}
