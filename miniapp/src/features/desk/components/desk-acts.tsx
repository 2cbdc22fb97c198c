import type { Me } from '@qihang/shared/session/contract';
import { View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import './desk-acts.scss';

type Can = Me['viewer']['can'];

/** Where a lead's work begins: the group message first. */
export const DeskActs = ({ can }: { can: Can }) => (
  <Card className="da">
    {can.includes('publish-jobs') && (
      <Button
        text="粘贴群消息，识别成岗位"
        icon="copy"
        look="main"
        onTap={() => open('jobForm', { paste: true })}
      />
    )}
    <View className="da-r">
      <OtherActs can={can} />
    </View>
  </Card>
);

/** The same in the bar of a wide window, the weightiest last. */
export const BarActs = ({ can }: { can: Can }) => (
  <View className="da-b">
    <OtherActs can={can} />
    {can.includes('publish-jobs') && (
      <Button text="粘贴群消息" icon="copy" look="main" onTap={() => open('jobForm', { paste: true })} />
    )}
  </View>
);

const OtherActs = ({ can }: { can: Can }) => (
  <>
    {can.includes('publish-posts') && (
      <Button text="写文章" icon="pencil" grow onTap={() => open('postForm')} />
    )}
    {can.includes('send-digests') && (
      <Button text="群发包" icon="megaphone" grow onTap={() => open('digest')} />
    )}
    {can.includes('import-jobs') && (
      <Button text="批量导入" icon="file" grow onTap={() => open('jobImport')} />
    )}
    <Button text="值班" icon="clock" grow onTap={() => open('duty')} />
  </>
);
