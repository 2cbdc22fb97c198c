import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { a11y } from './a11y';
import './card.scss';
import { cx } from './class-names';

interface Props {
  title?: string;
  /** At the right of the title. */
  extra?: ReactNode;
  className?: string | undefined;
}

/** A block on the page colour; no shadow, no border. */
export const Card = ({ title, extra, className, children }: PropsWithChildren<Props>) => (
  <View className={cx('card', className)}>
    {title !== undefined && (
      <View className="row">
        <Text className="card-t grow" {...a11y({ role: 'heading' })}>
          {title}
        </Text>
        {extra}
      </View>
    )}
    {children}
  </View>
);

/** Cards below each other. */
export const Cards = ({ children, className }: PropsWithChildren<{ className?: string }>) => (
  <View className={cx('cards', className)}>{children}</View>
);
