import { Text } from '@tarojs/components';
import { cx } from './class-names';
import './button.scss';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';
import { Tap } from './tap';

interface Props {
  text: string;
  /** `main` says what to do next; one on a screen. */
  look?: 'main' | 'normal' | 'quiet' | 'danger';
  icon?: IconName;
  /** 48 instead of 44 px, beside a main button. */
  tall?: boolean;
  grow?: boolean;
  selected?: boolean;
  disabled?: boolean;
  /** While its action runs: stays in place, takes no second tap. */
  loading?: boolean;
  onTap: () => void;
}

export function Button({
  text,
  look = 'normal',
  icon,
  tall,
  grow,
  selected,
  disabled,
  loading,
  onTap,
}: Props) {
  return (
    <Tap
      className={cx(
        'btn',
        `btn-${look}`,
        tall && 'btn-tall',
        grow && 'grow',
        selected && 'btn-sel',
        (disabled || loading) && 'btn-off',
      )}
      disabled={disabled || loading}
      label={text}
      onTap={onTap}
      {...(selected === undefined ? {} : { checked: selected })}
    >
      {icon && !loading && <Icon name={icon} size={20} />}
      <Text>{loading ? '请稍候…' : text}</Text>
    </Tap>
  );
}
