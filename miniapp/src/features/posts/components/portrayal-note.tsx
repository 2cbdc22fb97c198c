import type { Portrayal } from '@qihang/shared/portrayals/consent';
import { Text, View } from '@tarojs/components';
import { consentUseNames, consentWayNames } from '@/common/content/consent-words';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { dateWords, momentWords, startOfDay } from '@/ui/date-words';
import { useWithdrawConsent } from '../portrayal-hooks';
import './portrayal-note.scss';

/** Whose consent an article about a person has: a line for readers, the record for those who answer for it. */
export function PortrayalNote({ portrayal, now }: { portrayal: Portrayal; now: Date }) {
  const withdraw = useWithdrawConsent();
  const { given, record, viewer } = portrayal;
  if (!record) return given ? <Text className="cap pn-l">本文经本人同意展示</Text> : null;
  const { id, subject, uses, way, givenOn, withdrawnAt, state } = record;
  const take = async () => {
    const agreed = await confirm(
      '撤回同意？',
      '读者马上看不到这篇文章，列表、搜索里也没有；重新取得同意后才能再发布。会记入操作记录',
      '撤回',
    );
    if (!agreed) return;
    withdraw.mutate(id, {
      onSuccess: () => toast('已撤回，读者看不到了'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  const when =
    state === 'withdrawn' && withdrawnAt
      ? `${momentWords(new Date(withdrawnAt), now)} 撤回`
      : givenOn
        ? `${dateWords(startOfDay(givenOn), now)}同意`
        : '还没有答复';
  return (
    <View className="pn">
      <Text className="pn-t">
        {subject}的同意：{when}
      </Text>
      <Text className="cap">用于{uses.map((use) => consentUseNames[use]).join('、')}</Text>
      <Text className="cap">{way === 'paper' ? consentWayNames.paper : '本人在启航里答复'}</Text>
      {viewer.can.includes('withdraw') && (
        <Button text="撤回同意" look="danger" loading={withdraw.isPending} onTap={take} />
      )}
    </View>
  );
}
