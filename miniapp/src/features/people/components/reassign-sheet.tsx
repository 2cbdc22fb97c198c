import type { Holder, Holding } from '@qihang/shared/people/contract';
import { peopleLimits } from '@qihang/shared/people/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { dateWords, momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { AreaField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useHolders, useReassign } from '../hooks';
import { countWords } from '../words';
import './reassign-sheet.scss';

interface Props {
  things: readonly Holding[];
  onClose: () => void;
}

/** Chooses who takes things over, among those whose boards allow it. */
export function ReassignSheet({ things, onClose }: Props) {
  const [to, setTo] = useState<Holder>();
  const [reason, setReason] = useState('换届交接');
  const boards = [...new Set(things.map(({ board }) => board))].sort();
  const holders = useHolders(boards);
  const reassign = useReassign();
  const now = useNow();
  const failure = reassign.error ? asApiError(reassign.error) : null;
  const give = () => {
    if (!to) return;
    const body = { to: to.id, things: things.map(({ type, id }) => ({ type, id })), reason: reason.trim() };
    reassign.mutate(body, {
      onSuccess: ({ moved }) => {
        const left = things.length - moved;
        toast(`已转交 ${moved} 项给${to.name}${left > 0 ? `，${left} 项已经结束，不用转` : ''}`);
        onClose();
      },
    });
  };
  return (
    <Sheet
      open
      title={`把 ${things.length} 项转交给谁`}
      onClose={onClose}
      footer={
        <Button
          text={to ? `转交给${to.name}` : '选一位接手的人'}
          look="main"
          grow
          disabled={!to || reason.trim().length < 2}
          loading={reassign.isPending}
          onTap={give}
        />
      }
    >
      {failure && <Note tone="red" icon="alert" text={failure.fields[0]?.message ?? failure.message} />}
      <DetailView query={holders} what="名单" ageOf={(since) => momentWords(since, now)}>
        {({ items }) => (
          <View>
            {items.length === 0 && <Text className="meta">没有人同时负责这些栏目，请分开转交</Text>}
            {items.map((holder) => (
              <Tap
                key={holder.id}
                className={cx('rs', to?.id === holder.id && 'rs-on')}
                role="radio"
                label={`转交给${holder.name}`}
                checked={to?.id === holder.id}
                onTap={() => setTo(holder)}
              >
                <Avatar name={holder.name} />
                <View className="grow">
                  <Text className="rs-n">{holder.name}</Text>
                  <Text className="cap">
                    {countWords(holder.holdings)}
                    {holder.endsAt && `，任期至 ${dateWords(new Date(Date.parse(holder.endsAt) - 1), now)}`}
                  </Text>
                </View>
                {to?.id === holder.id && <Icon name="check" size={20} />}
              </Tap>
            ))}
          </View>
        )}
      </DetailView>
      <AreaField
        label="理由"
        required
        value={reason}
        max={peopleLimits.reason}
        placeholder="如：换届交接"
        hint="记入操作日志"
        onChange={setReason}
      />
    </Sheet>
  );
}
