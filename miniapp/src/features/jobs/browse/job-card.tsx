import type { JobSummary } from '@qihang/shared/jobs/contract';
import { isOver, pillOf } from '@qihang/shared/jobs/pill';
import { jobKindNames } from '@qihang/shared/jobs/vocabulary';
import { cityWords, degreeWords, payWords } from '@qihang/shared/jobs/words';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { LifeTag } from '@/common/content/life-tag';
import { cx } from '@/ui/class-names';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Pill } from '@/ui/pill';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { matchHits } from '../match/words';
import { decisiveTag, freshWords, headcountWords, monthsWords, sourceWords } from '../words';
import './job-card.scss';
import { SaveStar } from '../saves/save-star';

interface Props {
  job: JobSummary;
  now: Date;
  /** Shown beside the list: outlined. */
  selected?: boolean;
  onOpen: (job: JobSummary) => void;
}

const longestPay = 6;

/** A job in a list: until when, is it real, does it fit, in the order in which people ask. */
export const JobCard = memo(function JobCard({ job, now, selected = false, onOpen }: Props) {
  const pill = pillOf(job, now);
  const tag = decisiveTag(job);
  const months = monthsWords(job);
  const hits = matchHits(job);
  // Pay in many words gets a line of its own, so that the title keeps its width.
  const payBelow = job.salary === null && payWords(job).length > longestPay;
  return (
    <Tap
      className={cx('job', isOver(job, now) && 'job-over', selected && 'job-sel')}
      role="link"
      label={`${job.title}，${job.company}，${pill.words.join(' ')}`}
      onTap={() => onOpen(job)}
    >
      <View className="job-top">
        <View className="job-t">
          <Text>{job.title} </Text>
          {tag && <Tag {...tag} />}
          <LifeTag life={job.life} />
        </View>
        {!payBelow && (
          <View className={cx('job-pay', job.salary === null && 'job-pay-w')}>
            <Text>{payWords(job)}</Text>
            {months !== '' && <Text className="job-pay-m">·{months}</Text>}
          </View>
        )}
      </View>
      <DotLine className="job-m" lead parts={[job.company, cityWords(job.cities)]} />
      <DotLine
        className="job-m"
        parts={[jobKindNames[job.kind], degreeWords(job), headcountWords(job.headcount)]}
      />
      {payBelow && <Text className="job-m job-pay-b">{payWords(job)}</Text>}
      {hits.length > 0 && !isOver(job, now) && (
        <View className="job-n job-fit">
          <Icon name="check" size={16} className="job-n-i" />
          <DotLine parts={hits} />
        </View>
      )}
      {job.state === 'unverified' && (
        <View className="job-n">
          <Icon name="info" size={16} className="job-n-i" />
          <Text>
            {job.closedReports > 0
              ? `${job.closedReports} 位同学反馈已停招，发布人正在核实`
              : '是否仍在招，发布人正在核实'}
          </Text>
        </View>
      )}
      <View className="job-f">
        <Pill {...pill} />
        <DotLine className="job-src" parts={[sourceWords(job), freshWords(job, now)]} />
        <SaveStar job={job} />
      </View>
    </Tap>
  );
});

/** The same card before it is known. */
export const JobSkeleton = () => (
  <View className="job">
    <View className="job-top">
      <Bone width={46} look="title" />
      <View className="grow" />
      <Bone width={18} look="title" />
    </View>
    <View className="job-b">
      <Bone width={38} />
      <Bone width={56} />
    </View>
    <View className="job-f">
      <Bone width={34} look="pill" />
      <View className="grow" />
      <Bone width={25} />
    </View>
  </View>
);
