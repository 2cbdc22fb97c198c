import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { isH5 } from '@/platform/target';
import { a11y } from './a11y';
import { Icon } from './icon/icon';
import './sheet.scss';
import { Tap } from './tap';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Buttons that stay at the foot. */
  footer?: ReactNode;
}

/** A sheet from the bottom; in the middle of a wide window. Closed by its cross, the dark around it, or Escape. */
export function Sheet({ open, title, onClose, footer, children }: PropsWithChildren<Props>) {
  useEffect(() => {
    if (!open || !isH5) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, onClose]);
  if (!open) return null;
  return (
    <View className="sh">
      <View className="sh-x" catchMove onClick={onClose} aria-hidden="true" />
      <View className="sh-p" {...a11y({ role: 'dialog', label: title })}>
        <View className="sh-h">
          <Text className="sh-t">{title}</Text>
          <Tap className="sh-c" label="关闭" onTap={onClose}>
            <Icon name="close" size={20} />
          </Tap>
        </View>
        <View className="sh-b">{children}</View>
        {footer && <View className="sh-f">{footer}</View>}
      </View>
    </View>
  );
}
