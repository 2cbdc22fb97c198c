import type { Job } from '@qihang/shared/jobs/contract';
import { isOver, pillOf } from '@qihang/shared/jobs/pill';
import { jobKindNames } from '@qihang/shared/jobs/vocabulary';
import { degreeWords, payWords } from '@qihang/shared/jobs/words';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { editedWords } from '@/common/content/edited-words';
import { MarkedText } from '@/common/text/marks';
import { copy, openLink } from '@/platform/device';
import { a11y } from '@/ui/a11y';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { CourseLine } from '@/ui/course-line';
import { dateWords, leftWords, momentWords, slashWords, startOfDay } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import { Pill } from '@/ui/pill';
import { Columns } from '@/ui/split-view';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { Fit } from '../match/fit';
import { deadlineWords, monthsWords, passedPart, sourceWords } from '../words';
import { JobBody } from './job-body';
import './job-view.scss';

interface Props {
  job: Job;
  now: Date;
}

interface ViewProps extends Props {
  /** What the reader may do about the deadline, inside its card. */
  deadlineActs?: ReactNode;
  /** Below the facts on the side, and below the prose: what only a published job has. */
  side?: ReactNode;
  below?: ReactNode;
}

/** A whole job: deadline, source and facts before any prose. The same on its page, in the wide pane and in the preview. */
export const JobView = ({ job, now, deadlineActs, side, below }: ViewProps) => (
  <Columns
    head={<Head job={job} />}
    side={
      <>
        <Deadline job={job} now={now}>
          {deadlineActs}
        </Deadline>
        <Trust job={job} now={now} />
        <Fit job={job} />
        {side}
      </>
    }
    main={
      <>
        <Facts job={job} />
        {job.body !== '' && (
          <Card>
            <JobBody body={job.body} />
          </Card>
        )}
        <Apply job={job} now={now} />
        <Card className="jv-fee">
          <Icon name="alert" size={20} className="jv-fee-i" />
          <Text className="grow">招聘不收任何费用。遇到押金、培训费、内部名额，都不要付钱</Text>
        </Card>
        {below}
      </>
    }
  />
);

const perUnit = { month: '元/月', day: '', hour: '', year: '' } as const;

function Head({ job }: { job: Job }) {
  const small = [
    job.salary !== null && (job.salary.min ?? job.salary.max ?? 0) >= 1000 ? perUnit[job.salary.unit] : '',
    monthsWords(job).replace('薪', ' 薪'),
  ].filter(Boolean);
  return (
    <Card className="jv-head">
      <View className="row jv-org">
        <Tag text={jobKindNames[job.kind]} />
        <DotLine className="meta" parts={[job.company, job.cities.slice(0, 2).join(' / ')]} />
      </View>
      <Text className="jv-t" {...a11y({ role: 'heading' })}>
        <MarkedText text={job.title} />
      </Text>
      <Text className={cx('jv-pay', job.salary === null && 'jv-pay-w')}>
        {payWords(job)}
        {small.length > 0 && <Text className="jv-pay-s"> {small.join('，')}</Text>}
      </Text>
    </Card>
  );
}

function Deadline({ job, now, children }: PropsWithChildren<Props>) {
  const pill = pillOf(job, now, true);
  const open = !isOver(job, now);
  if (job.deadline === null || job.deadlineAt === null)
    return (
      <Card className="jv-dl">
        <View className="row">
          <View className="grow">
            <Text className="cap jv-b">没有写明截止日期</Text>
            <Text className="jv-when">{open ? '招满为止' : '已停止招聘'}</Text>
          </View>
          <Pill {...pill} />
        </View>
        {job.recheckOn !== null && open && (
          <Text className="meta jv-b">
            {dateWords(startOfDay(job.recheckOn), now)}前会再核实一次，投递前最好先问清
          </Text>
        )}
        {children}
      </Card>
    );
  return (
    <Card className="jv-dl">
      <View className="row">
        <View className="grow">
          <Text className="cap jv-b">投递截止</Text>
          <Text className="jv-when">{deadlineWords(job.deadline, now)}</Text>
        </View>
        <Pill {...pill} />
      </View>
      <View className="jv-course">
        <CourseLine
          passed={passedPart(job.publishedAt, job.deadlineAt, now)}
          ring={open}
          start
          tone={open ? 'warm' : 'brand'}
        />
      </View>
      <View className="row cap">
        <Text className="grow">{slashWords(new Date(job.publishedAt))} 发布</Text>
        <Text className={cx(open && `jv-left-${pill.state}`)}>
          {open ? `还有 ${leftWords(now, new Date(job.deadlineAt))}` : '已经截止'}
        </Text>
      </View>
      {children}
    </Card>
  );
}

const Line = ({ icon, text, note }: { icon: IconName; text: string; note?: string }) => (
  <View className="jv-line">
    <Icon name={icon} size={20} className="jv-line-i" />
    <View className="grow">
      <Text className="jv-b">{text}</Text>
      {note && <Text className="cap jv-b">{note}</Text>}
    </View>
  </View>
);

function Trust({ job, now }: Props) {
  const { url } = job.source;
  const link = url && (
    <Tap className="jv-link" role="link" label="看原文" onTap={() => openLink(url)}>
      <Text>看原文</Text>
    </Tap>
  );
  return (
    <Card className="jv-trust" title="来源与核实" extra={link}>
      {job.verifiedAt === null ? (
        <Line icon="info" text="还没有人核实" note="投递前请先向单位问清" />
      ) : (
        <Line
          icon="shield"
          text={`${momentWords(new Date(job.verifiedAt), now)} ${job.verifiedBy ?? ''} 核实仍在招`}
        />
      )}
      <Line
        icon="file"
        text={job.source.origin === 'repost' ? `转载自${sourceWords(job)}` : `来自${sourceWords(job)}`}
        note={`${slashWords(new Date(job.publishedAt))} 发布，${job.postedBy}负责`}
      />
      {job.edited && <Line icon="pencil" text={editedWords(job.edited, now)} />}
    </Card>
  );
}

const Fact = ({ name, value, wide }: { name: string; value: string; wide?: boolean }) => (
  <View className={cx(wide && 'jv-wide')}>
    <Text className="jv-dt">{name}</Text>
    <Text className="jv-b">{value}</Text>
  </View>
);

const Facts = ({ job }: { job: Job }) => (
  <Card title="岗位要点">
    <View className="jv-facts">
      <Fact name="招聘人数" value={job.headcount === null ? '未写明' : `${job.headcount} 人`} />
      <Fact name="学历" value={degreeWords(job) ?? '未写明'} />
      {job.graduationYear !== null && <Fact name="届别" value={`${job.graduationYear} 届`} />}
      <Fact name="工作地点" value={job.cities.join(' / ') || '未写明'} wide={job.cities.length > 3} />
      <Fact name="专业" value={job.majors.join('、') || '不限专业'} wide={job.majors.length > 0} />
    </View>
  </Card>
);

function Apply({ job, now }: Props) {
  const { email, url, note } = job.apply;
  if (isOver(job, now) || (email === null && url === null && note === null)) return null;
  return (
    <Card title="投递方式">
      {email !== null && (
        <Tap className="jv-apply" label={`复制邮箱 ${email}`} onTap={() => copy(email, '投递邮箱已复制')}>
          <Text className="grow">{email}</Text>
          <Icon name="copy" size={20} />
        </Tap>
      )}
      {url !== null && (
        <Tap className="jv-apply" role="link" label={`打开 ${url}`} onTap={() => openLink(url)}>
          <Text className="grow">{url}</Text>
          <Icon name="link" size={20} />
        </Tap>
      )}
      {note !== null && (
        <Text className="jv-b jv-note" userSelect>
          <MarkedText text={note} />
        </Text>
      )}
    </Card>
  );
}
