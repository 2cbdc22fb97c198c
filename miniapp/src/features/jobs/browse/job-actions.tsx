import type { Job } from '@qihang/shared/jobs/contract';
import { isOver } from '@qihang/shared/jobs/pill';
import type { JobAction } from '@qihang/shared/jobs/vocabulary';
import { useState } from 'react';
import { Moderate } from '@/common/content/moderate';
import { isGoingOn, NextBar } from '@/common/content/next-bar';
import { isReviewer, ReviewBar } from '@/common/content/review-bar';
import { ScheduleSheet } from '@/common/content/schedule-sheet';
import { useNow } from '@/platform/clock';
import { copy, openLink } from '@/platform/device';
import { open } from '@/platform/navigation';
import { isH5 } from '@/platform/target';
import { Act, ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { type MenuItem, MenuSheet } from '@/ui/menu-sheet';
import { ShareAct } from '@/ui/share-act';
import { useReconfirm } from '../fresh/hooks';
import { useJobLife } from '../fresh/life';
import { weekLater } from '../fresh/week-later';
import { root } from '../hooks';
import { SaveAct } from '../saves/save-star';
import { changeFilters, noFilters } from './filters';

/** What can be done with a job: apply, pass on, and what the server lets this person do. */
export function JobActions({ job }: { job: Job }) {
  const now = useNow();
  const [sheet, setSheet] = useState<'menu' | 'hide' | 'restore' | null>(null);
  const { reconfirm } = useReconfirm(job.id);
  const { acts, sheet: schedule } = useJobLife(job);
  const close = () => setSheet(null);

  const menu: Partial<Record<JobAction, MenuItem>> = {
    edit: { icon: 'pencil', text: '修改', run: () => open('jobForm', { id: job.id }) },
    reconfirm: { icon: 'shield', text: '确认仍在招', run: () => reconfirm() },
    history: { icon: 'clock', text: '历史', run: () => open('history', { type: 'job', id: job.id }) },
    hide: { icon: 'eye-off', text: '下架这个岗位', run: () => setSheet('hide') },
    restore: { icon: 'eye', text: '恢复显示', run: () => setSheet('restore') },
  };
  // A newer server may know actions that this version does not.
  const items = [...job.viewer.can.flatMap((action) => menu[action] ?? []), ...acts];
  if (job.viewer.can.includes('reconfirm') && job.deadline !== null) {
    const extended = weekLater(job.deadline, now);
    items.push({ icon: 'calendar', text: '延长一周', run: () => reconfirm(extended) });
  }
  if (job.viewer.can.includes('reconfirm') && !isOver(job, now))
    items.push({
      icon: 'megaphone',
      text: '发到微信群',
      run: () => open('digest', { type: 'job', id: job.id }),
    });

  if (isReviewer(job)) return <ReviewBar type="job" piece={job} root={root} />;
  return (
    <>
      {isGoingOn(job, acts) ? (
        <NextBar
          type="job"
          piece={job}
          root={root}
          acts={acts}
          onEdit={() => open('jobForm', { id: job.id })}
          onMenu={() => setSheet('menu')}
        />
      ) : (
        <ActionBar>
          <SaveAct job={job} />
          <ShareAct />
          {items.length > 0 && <Act icon="more" text="管理" onTap={() => setSheet('menu')} />}
          <ApplyButton job={job} now={now} />
        </ActionBar>
      )}
      <MenuSheet open={sheet === 'menu'} title="管理岗位" items={items} onClose={close} />
      <Moderate
        type="job"
        id={job.id}
        root={root}
        noun="岗位"
        asking={sheet === 'menu' ? null : sheet}
        onClose={close}
      />
      <ScheduleSheet {...schedule} />
    </>
  );
}

function ApplyButton({ job, now }: { job: Job; now: Date }) {
  const { email, url } = job.apply;
  if (isOver(job, now)) {
    const similar = () => {
      changeFilters({ ...noFilters, major: job.majors.slice(0, 3) });
      open('jobs');
    };
    return (
      <Button text={job.majors.length > 0 ? '看同专业在招' : '看在招岗位'} look="main" grow onTap={similar} />
    );
  }
  if (email !== null)
    return (
      <Button
        text="复制投递邮箱"
        icon="copy"
        look="main"
        grow
        onTap={() => copy(email, '投递邮箱已复制，去邮箱里粘贴')}
      />
    );
  if (url !== null)
    return (
      <Button
        text={isH5 ? '去投递' : '复制投递链接'}
        icon={isH5 ? 'link' : 'copy'}
        look="main"
        grow
        onTap={() => openLink(url)}
      />
    );
  const company = job.company;
  return (
    <Button text="复制单位名称" icon="copy" look="main" grow onTap={() => copy(company, '单位名称已复制')} />
  );
}
