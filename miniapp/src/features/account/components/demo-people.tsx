import type { RouteOutput } from '@qihang/shared/contract/route';
import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import type { siteContract } from '@qihang/shared/site/contract';
import { Text, View } from '@tarojs/components';
import { isH5 } from '@/platform/target';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { Tap } from '@/ui/tap';

interface Props {
  site: Pick<RouteOutput<(typeof siteContract)['get']>, 'demoAccounts' | 'demoPassword'>;
  disabled: boolean;
  onPick: (account: DemoAccount) => void;
}

/** The people one may be in demo mode: by a tap, or in a browser by number and password. */
export const DemoPeople = ({ site, disabled, onPick }: Props) => (
  <>
    <Card title="选一个演示身份">
      {site.demoAccounts.map(({ account, name, about, studentNo }) => (
        <Tap
          key={account}
          className="si-a"
          label={`${name}，${about}`}
          disabled={disabled}
          onTap={() => onPick(account)}
        >
          <Avatar name={name} />
          <View className="grow">
            <Text className="si-n">{name}</Text>
            <Text className="cap si-b">{about}</Text>
            {isH5 && studentNo && <Text className="cap si-b">学号 {studentNo}</Text>}
          </View>
          <Icon name="chevron-right" size={16} />
        </Tap>
      ))}
    </Card>
    {isH5 && <Note text={`也可以用学号登录，演示密码都是 ${site.demoPassword}`} />}
    <Note text="演示环境里的人都是虚构的，数据会定期重置" />
  </>
);
