import { linkRuns } from '@qihang/shared/text/link-runs';
import { Text } from '@tarojs/components';
import { openLink } from '@/platform/device';
import { a11y } from '@/ui/a11y';
import { MarkedText } from './marks';

interface Props {
  className?: string;
  text: string;
}

/** Words of people, in which web and mail addresses can be tapped. */
export const LinkedText = ({ className, text }: Props) => (
  <Text {...(className ? { className } : {})} userSelect>
    {linkRuns(text).map(({ text: run, href }, index) =>
      href === undefined ? (
        <MarkedText key={index} text={run} />
      ) : (
        <Text key={index} className="link" onClick={() => openLink(href)} {...a11y({ role: 'link' })}>
          <MarkedText text={run} />
        </Text>
      ),
    )}
  </Text>
);
