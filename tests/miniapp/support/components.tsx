// Stand-ins for Taro's components: plain elements that keep what people see and do.
import type { ChangeEvent, ElementType, KeyboardEvent, PropsWithChildren } from 'react';

type Props = PropsWithChildren<Record<string, unknown>>;

const taroOnly = new Set([
  'hoverClass',
  'userSelect',
  'catchMove',
  'placeholderClass',
  'confirmType',
  'showConfirmBar',
  'cursorSpacing',
  'autoHeight',
  'openType',
  'lazyLoad',
  'onLongPress',
  'mode',
  'focus',
  'holdKeyboard',
  'disableDefaultPadding',
  'selectionStart',
  'selectionEnd',
  'cursor',
  'onSelectionChange',
]);

const known = (props: Props) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !taroOnly.has(name))) as Props;

const plain =
  (Element: ElementType) =>
  ({ children, ...props }: Props) => <Element {...known(props)}>{children}</Element>;

export const View = plain('div');
export const Text = plain('span');
export const Button = plain('button');
export const CustomWrapper = plain('div');
export const Image = ({ src, ...props }: Props) => <img alt="" src={String(src)} {...known(props)} />;

type Typed = (event: { detail: { value: string } }) => void;
interface FieldProps extends Props {
  onInput?: Typed;
  onConfirm?: Typed;
}

const field =
  (Element: 'input' | 'textarea') =>
  ({ onInput, onConfirm, maxlength: _, children: __, password, ...props }: FieldProps) => {
    const detail = (value: string) => ({ detail: { value } });
    return (
      <Element
        {...(known(props) as object)}
        {...(password ? { type: 'password' } : {})}
        onChange={(event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) =>
          onInput?.(detail(event.target.value))
        }
        onKeyDown={(event: KeyboardEvent<HTMLInputElement & HTMLTextAreaElement>) => {
          if (event.key === 'Enter') onConfirm?.(detail(event.currentTarget.value));
        }}
      />
    );
  };

export const Input = field('input');
export const Textarea = field('textarea');

/** WeChat's wheel, of which the test sees what it stands around. */
export const Picker = ({ children }: Props) => <div>{children}</div>;
