import { View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import './tool-icon.scss';

export type ToolName =
  | 'heading'
  | 'bold'
  | 'list'
  | 'quote'
  | 'image'
  | 'link'
  | 'table'
  | 'template'
  | 'undo'
  | 'clean'
  | 'file'
  | 'keyboard';

/** An icon of the editor's toolbar; only this page loads them. */
export const ToolIcon = ({ name, className }: { name: ToolName; className?: string }) => (
  <View className={cx('i ti', `ti-${name}`, className)} aria-hidden="true" />
);
