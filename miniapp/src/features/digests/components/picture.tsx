import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { mediaAddress } from '@/platform/media';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Bone } from '@/ui/skeleton';
import { StateView } from '@/ui/state-view';
import './picture.scss';

interface Props {
  /** On this service: `/api/v1/pictures/…`. */
  path: string;
  /** What is on it, for those who do not see it. */
  label: string;
  look: 'poster' | 'card';
}

/** A picture that the server draws: while it is drawn, and when it was not. */
export function Picture({ path, label, look }: Props) {
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  if (state === 'failed')
    return (
      <StateView
        icon="alert"
        title="没能画出来"
        text="可能网络不通，或画图的人多"
        actions={
          <Button
            text="重试"
            icon="refresh"
            onTap={() => {
              setTries(tries + 1);
              setState('loading');
            }}
          />
        }
      />
    );
  return (
    <View className={cx('pic', `pic-${look}`)}>
      {state === 'loading' && (
        <View className="pic-w">
          <Bone width={100} look="block" />
          <Text className="cap">正在画…</Text>
        </View>
      )}
      <Image
        key={tries}
        className={cx('pic-i', state === 'loading' && 'pic-off')}
        src={mediaAddress(path)}
        mode="widthFix"
        showMenuByLongpress
        aria-label={label}
        onLoad={() => setState('ready')}
        onError={() => setState('failed')}
      />
    </View>
  );
}
