import type { CaseItem } from '@qihang/shared/cases/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ReturnSheet } from '@/common/content/return-sheet';
import { asApiError } from '@/platform/api-error';
import { failureWords } from '@/platform/retrying';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Note } from '@/ui/note';
import type { Decision } from '../hooks';
import { useCase } from '../hooks';
import { useKeys } from '../keys';
import { useWork } from '../use-work';
import { CaseAside } from './case-aside';
import { CaseBody, viewsOf } from './case-body';
import './case-panel.scss';
import { ClaimBar } from './claim-bar';
import { Key } from './key';

interface Props {
  item: CaseItem;
  now: Date;
  wide: boolean;
  /** A claim or a decision is on its way. */
  busy: boolean;
  /** Why the last decision was refused. */
  refusal: string | undefined;
  onClaim: (item: CaseItem) => void;
  onRelease: (item: CaseItem) => void;
  /** True when it was done. */
  onDecide: (item: CaseItem, version: number, decision: Decision) => Promise<boolean>;
}

/** The case in hand: who has it, what it says, and the decisions. A card on a phone, two columns on a wide window. */
export function CasePanel({ item, now, wide, busy, refusal, onClaim, onRelease, onDecide }: Props) {
  const query = useCase(item.id);
  const detail = query.data;
  const work = useWork({ item, detail, onDecide });
  const { choices, choose, why, asking, marking } = work;
  const views = viewsOf(detail, wide);

  const keyed = (key: 'a' | 'r') => {
    const choice = choices.find((one) => one.key === key);
    return choice && !busy ? { [key]: () => choose(choice) } : {};
  };
  useKeys({
    ...keyed('a'),
    ...keyed('r'),
    ...(views.length > 1
      ? { d: () => work.setView(views[(views.indexOf(work.view) + 1) % views.length] ?? 'all') }
      : {}),
    ...(item.viewer.can.includes('claim') && !busy ? { c: () => onClaim(item) } : {}),
    ...(item.claimedBy?.mine ? { escape: () => onRelease(item) } : {}),
  });

  const claimBar = (
    <ClaimBar
      item={item}
      typed={work.typed}
      busy={busy}
      keys={wide}
      onClaim={() => onClaim(item)}
      onRelease={() => onRelease(item)}
    />
  );
  const failed = query.error && detail === undefined && (
    <Note
      icon="alert"
      tone="warm"
      text={failureWords(asApiError(query.error))}
      action={{ text: '重试', onTap: () => query.refetch() }}
    />
  );
  const body = (
    <>
      {work.changed && (
        <Note
          icon="alert"
          tone="warm"
          text="作者刚改过，下面是最新的，请再看一遍"
          action={{ text: '看过了', onTap: work.readAgain }}
        />
      )}
      <CaseBody
        item={item}
        detail={detail}
        failed={failed}
        now={now}
        wide={wide}
        view={work.view}
        onView={work.setView}
        marking={marking}
      />
      {marking && (
        <Note
          icon="pencil"
          tone="brand"
          text={`点一句就划出来，划了 ${marking.marks.length} 处`}
          action={{ text: '划好了', onTap: work.pointed }}
        />
      )}
    </>
  );
  const decisions = choices.length > 0 && (
    <View className={cx('cp-d', choices.some(({ whole }) => whole) && 'cp-w', wide && 'cp-row')}>
      {choices.map((choice) => (
        <Choose key={choice.action} keyName={wide ? choice.key : undefined} whole={choice.whole}>
          <Button
            text={choice.text}
            look={choice.look}
            tall
            grow
            disabled={busy}
            {...(choice.icon ? { icon: choice.icon } : {})}
            onTap={() => choose(choice)}
          />
        </Choose>
      ))}
    </View>
  );
  const after = afterWords(item);
  const sheet = (
    <ReturnSheet
      open={asking !== null}
      title={asking?.reason?.title ?? ''}
      submitText={asking?.reason?.submit ?? ''}
      hint={asking?.reason?.hint ?? ''}
      presets={asking?.reason?.presets ?? false}
      value={why}
      error={refusal}
      loading={busy}
      onChange={work.changeWhy}
      onMark={asking?.reason?.presets && work.canPoint ? work.point : undefined}
      onSubmit={work.submit}
      onClose={work.stopAsking}
    />
  );
  if (!wide)
    return (
      <View className="card cp">
        {claimBar}
        <View className="cp-b">
          {body}
          {decisions}
          {after && <Text className="cap cp-a">{after}</Text>}
        </View>
        {sheet}
      </View>
    );
  return (
    <View className="cp-wide">
      <View className="cp-mid">
        {claimBar}
        <View className="cp-doc">{body}</View>
        {decisions && (
          <View className="cp-foot">
            {decisions}
            {after && <Text className="cap cp-a">{after}</Text>}
          </View>
        )}
      </View>
      <CaseAside item={item} now={now} />
      {sheet}
    </View>
  );
}

const Choose = ({
  keyName,
  whole,
  children,
}: {
  keyName: string | undefined;
  whole: boolean | undefined;
  children: ReactNode;
}) => (
  <View className={cx('cp-c', whole && 'cp-whole')}>
    {children}
    {keyName && <Key name={keyName.toUpperCase()} />}
  </View>
);

/** Who hears of the decision. */
function afterWords({ kind, reports }: CaseItem): string {
  if (kind === 'report' && reports && reports.count > 0)
    return `结果会告诉${reports.count > 1 ? ` ${reports.count} 位` : ''}举报人，不告诉作者是谁举报的`;
  return kind === 'appeal' ? '每次退回或下架只能申诉一次，你的决定和理由双方都看得到' : '';
}
