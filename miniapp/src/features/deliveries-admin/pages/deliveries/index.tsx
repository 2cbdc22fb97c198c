import type { Delivery } from '@qihang/shared/deliveries/contract';
import {
  type DeliveryState,
  deliveryLimits,
  deliveryStateNames,
  deliveryStates,
} from '@qihang/shared/deliveries/vocabulary';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { confirm, toast } from '@/platform/feedback';
import { back, open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { Chip, Chips } from '@/ui/filter-bar';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { StateView } from '@/ui/state-view';
import { DeliveryRow, DeliverySkeleton } from '../../components/delivery-row';
import { useDeliveries, useRetry } from '../../hooks';
import './index.scss';

const keyOf = ({ id }: Delivery) => id;

/** Failures come first: they are what an admin has to look at. */
const order: readonly DeliveryState[] = [
  'failed',
  'unknown',
  ...deliveryStates.filter((state) => state !== 'failed' && state !== 'unknown'),
];

export default function DeliveriesPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const now = useNow();
  const [state, setState] = useState<DeliveryState>();
  const list = useDeliveries(state, signedIn);
  const { mutate: send } = useRetry();
  const refused = list.error?.code === 'action.forbidden';
  const counts = list.pages[0]?.counts;

  const retry = useCallback(
    async ({ id, viewer }: Delivery) => {
      const again = viewer.can.includes('retry-again');
      const agreed =
        !again ||
        (await confirm(
          '这条可能已经送到了',
          '再发一次，对方可能收到两条，也会多用一次提醒。等一天，系统会按微信的回音自己记下结果。',
          '还是再发',
        ));
      if (!agreed) return;
      send(
        { id, again },
        {
          onSuccess: () => toast('已放回去，马上再发'),
          onError: (error) => toast(asApiError(error).message),
        },
      );
    },
    [send],
  );
  const renderItem = useCallback(
    (delivery: Delivery) => <DeliveryRow delivery={delivery} now={now} onRetry={retry} />,
    [now, retry],
  );

  return (
    <PageFrame title="消息发送" section="me">
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后查看消息发送"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有管理员能查看消息发送"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <>
          <View className="dl-c">
            <Chips>
              <Chip text="全部" on={state === undefined} onTap={() => setState(undefined)} />
              {order.map((one) => (
                <Chip
                  key={one}
                  text={deliveryStateNames[one]}
                  on={state === one}
                  count={counts?.[one] || undefined}
                  onTap={() => setState(one)}
                />
              ))}
            </Chips>
          </View>
          <PagedList
            list={list}
            what="发送记录"
            keyOf={keyOf}
            renderItem={renderItem}
            skeleton={<DeliverySkeleton />}
            ageOf={(since) => momentWords(since, now)}
            empty={<Empty state={state} />}
            end={
              <ListEnd
                text={`数字是最近 ${deliveryLimits.countedDays} 天的；记录留 ${deliveryLimits.keptDays} 天，不记姓名和内容`}
              />
            }
          />
        </>
      )}
    </PageFrame>
  );
}

const Empty = ({ state }: { state: DeliveryState | undefined }) =>
  state === undefined ? (
    <StateView
      icon="send"
      title="还没有发过消息"
      text="设置好微信模板，有人同意接收以后，这里会记下每一条发没发出去"
      actions={<Button text="去设置微信模板" look="main" onTap={() => open('messageTemplates')} />}
    />
  ) : (
    <StateView
      icon={state === 'failed' || state === 'unknown' ? 'check-circle' : 'inbox'}
      title={`没有“${deliveryStateNames[state]}”的消息`}
    />
  );
