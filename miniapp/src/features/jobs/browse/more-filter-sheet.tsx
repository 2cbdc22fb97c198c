import { jobStateNames, jobStates } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { Sheet } from '@/ui/sheet';
import { applyWords, changeFilters, type JobFilters, noFilters, paySteps } from './filters';
import { useJobCount } from './hooks';
import './filter-sheet.scss';

const Group = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="fs-g">
    <Text className="fs-t">{title}</Text>
    <View className="cs">{children}</View>
  </View>
);

/** Pay, place, origin and state: what is asked less often than the filters of the bar. */
export function MoreFilterSheet({ filters, onClose }: { filters: JobFilters; onClose: () => void }) {
  const [{ payMin, local, referral, state }, setChoice] = useState(filters);
  const chosen = { payMin, local, referral, state };
  const change = (part: Partial<typeof chosen>) => setChoice((before) => ({ ...before, ...part }));
  const count = useJobCount({ ...filters, ...chosen });
  const reset = () => {
    const { payMin: pay, local: near, referral: brought, state: states } = noFilters;
    change({ payMin: pay, local: near, referral: brought, state: states });
  };
  return (
    <Sheet
      open
      title="更多条件"
      onClose={onClose}
      footer={
        <>
          <Button text="重置" look="quiet" tall onTap={reset} />
          <Button
            text={applyWords(count)}
            look="main"
            grow
            onTap={() => {
              changeFilters(chosen);
              onClose();
            }}
          />
        </>
      }
    >
      <Group title="月薪至少">
        {paySteps.map((step) => (
          <Chip
            key={step}
            text={`${step / 1000}K`}
            on={payMin === step}
            onTap={() => change({ payMin: payMin === step ? null : step })}
          />
        ))}
        <Text className="cap fs-n">日薪、时薪、年薪折成月薪来比，没写数字的不算</Text>
      </Group>
      <Group title="范围">
        <Chip text="本地" on={local} onTap={() => change({ local: !local })} />
        <Chip text="校友推荐、内推" on={referral} onTap={() => change({ referral: !referral })} />
      </Group>
      <Group title="状态">
        {jobStates.map((one) => (
          <Chip
            key={one}
            text={jobStateNames[one]}
            on={state.includes(one)}
            onTap={() =>
              change({
                state: state.includes(one) ? state.filter((known) => known !== one) : [...state, one],
              })
            }
          />
        ))}
      </Group>
    </Sheet>
  );
}
