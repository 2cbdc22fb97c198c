import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { isH5 } from '@/platform/target';
import { type A11y, a11y } from './a11y';
import { cx } from './class-names';
import './tap.scss';

interface Props extends Omit<A11y, 'hidden'> {
  className?: string | undefined;
  disabled?: boolean | undefined;
  onTap: () => void;
}

interface KeyPress {
  key: string;
  preventDefault: () => void;
}

/** Anything that can be tapped: at least 44 px, says its role and name, answers to Enter and Space in a browser. */
export function Tap({
  className,
  role = 'button',
  label,
  checked,
  disabled = false,
  onTap,
  children,
}: PropsWithChildren<Props>) {
  const act = () => {
    if (!disabled) onTap();
  };
  const keys = isH5
    ? {
        tabIndex: disabled ? -1 : 0,
        'aria-disabled': disabled || undefined,
        onKeyDown: (event: KeyPress) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act();
        },
      }
    : {};
  const heard = {
    role,
    ...(label === undefined ? {} : { label }),
    ...(checked === undefined ? {} : { checked }),
  };
  return (
    <View
      className={cx('tap', className)}
      hoverClass={disabled ? 'none' : 'tap-h'}
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
      {...a11y(heard)}
      {...keys}
    >
      {children}
    </View>
  );
}
