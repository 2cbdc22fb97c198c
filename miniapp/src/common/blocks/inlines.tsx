import type { Inline } from '@qihang/shared/posts/blocks';
import { Text } from '@tarojs/components';
import { MarkedText } from '@/common/text/marks';
import { openLink } from '@/platform/device';
import { a11y } from '@/ui/a11y';
import { cx } from '@/ui/class-names';

/** Runs of text with their marks; links open or are copied. */
export const Inlines = ({ inlines }: { inlines: Inline[] }) => (
  <>
    {inlines.map(({ text, bold, italic, code, strike, href }, index) => (
      <Text
        key={index}
        userSelect
        className={cx(bold && 'strong', italic && 'in-i', code && 'in-c', strike && 'in-s', href && 'in-a')}
        {...(href ? { onClick: () => openLink(href), ...a11y({ role: 'link' }) } : {})}
      >
        <MarkedText text={text} />
      </Text>
    ))}
  </>
);
