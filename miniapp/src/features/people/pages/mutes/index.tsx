import type { Mute } from '@qihang/shared/moderation/contract';
import { useCallback, useState } from 'react';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { momentWords } from '@/ui/date-words';
import { Chip, Chips } from '@/ui/filter-bar';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { StateView } from '@/ui/state-view';
import { MuteCard } from '../../components/mute-card';
import { Office } from '../../components/office';
import { PersonBones } from '../../components/person-row';
import { type MuteState, useLift, useMutes } from '../../hooks';

const keyOf = ({ id }: Mute) => id;

export default function MutesPage() {
  const [state, setState] = useState<MuteState>('active');
  const [lifting, setLifting] = useState<Mute>();
  const list = useMutes(state);
  const lift = useLift();
  const now = useNow();
  const renderItem = useCallback(
    (mute: Mute) => <MuteCard mute={mute} now={now} onLift={setLifting} />,
    [now],
  );
  return (
    <PageFrame title="禁言名单" section="me">
      <Office error={list.error}>
        <Chips>
          <Chip text="禁言中" on={state === 'active'} onTap={() => setState('active')} />
          <Chip text="全部记录" on={state === 'all'} onTap={() => setState('all')} />
        </Chips>
        <PagedList
          list={list}
          what="名单"
          keyOf={keyOf}
          renderItem={renderItem}
          skeleton={<PersonBones />}
          ageOf={(since) => momentWords(since, now)}
          empty={<StateView icon="chat" title="没有人被禁言" text="在问题和回答的管理里可以禁言作者" />}
          end={<ListEnd text="都在这里了" />}
        />
      </Office>
      <ReasonSheet
        open={lifting !== undefined}
        title="为什么解除"
        hint="记入日志，如：已说明情况"
        max={200}
        submitText="解除禁言"
        loading={lift.isPending}
        error={lift.error ? asApiError(lift.error).message : undefined}
        onSubmit={(_, note) =>
          lift.mutate(
            { id: lifting?.id ?? '', note },
            {
              onSuccess: () => {
                setLifting(undefined);
                toast('已解除，对方可以发言了');
              },
            },
          )
        }
        onClose={() => setLifting(undefined)}
      />
    </PageFrame>
  );
}
