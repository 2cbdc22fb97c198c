import { Text, View } from '@tarojs/components';
import { isH5 } from '@/platform/target';
import { cx } from '@/ui/class-names';
import { Tap } from '@/ui/tap';
import { ToolIcon, type ToolName } from './tool-icon';
import './toolbar.scss';

export interface Tool {
  name: ToolName;
  label: string;
  /** Shown next to the icon where there is room. */
  words?: boolean;
  on?: boolean;
  disabled?: boolean;
  run: () => void;
}

/** A tap on a button must not take the keyboard and the selection from the text. */
const keepFocus = isH5
  ? { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() }
  : {};

/** The buttons of the editor in a line that slides sideways; `end` stays at the right. */
export const Toolbar = ({
  tools,
  end,
  wide,
}: {
  tools: readonly Tool[];
  end?: Tool | undefined;
  wide: boolean;
}) => (
  <View className={cx('tbr', wide && 'tbr-w')} {...keepFocus}>
    <View className="tbr-s">
      {tools.map((tool) => (
        <ToolButton key={tool.label} tool={tool} wide={wide} />
      ))}
    </View>
    {end && (
      <View className="tbr-e">
        <ToolButton tool={end} wide={wide} />
      </View>
    )}
  </View>
);

const ToolButton = ({
  tool: { name, label, words, on, disabled, run },
  wide,
}: {
  tool: Tool;
  wide: boolean;
}) => (
  <Tap
    className={cx('tbr-b', on && 'tbr-on', disabled && 'tbr-off')}
    label={label}
    disabled={disabled}
    onTap={run}
    {...(on === undefined ? {} : { checked: on })}
  >
    <ToolIcon name={name} />
    {wide && words && <Text>{label}</Text>}
  </Tap>
);
