import { Text } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './report-act.scss';

/** The quiet way to report, at the end of what was read. */
export const ReportAct = ({ noun, onTap }: { noun: string; onTap: () => void }) => (
  <Tap className="rp-act" label={`举报这个${noun}`} onTap={onTap}>
    <Icon name="flag" size={20} />
    <Text>举报</Text>
  </Tap>
);
