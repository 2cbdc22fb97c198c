import type { Job } from '@qihang/shared/jobs/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { failureWords } from '@/platform/retrying';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { jobWritingApi } from '../api';
import { root } from '../hooks';
import { draftOf, formOfJob } from '../publish/job-form';
import './machine-check.scss';

/** What the self-check says of a job in review, and how its author answered the warnings. */
export function MachineCheck({ job, now }: { job: Job; now: Date }) {
  const today = dayAt(now.getTime());
  const { data, error } = useQuery({
    queryKey: [root, 'lint', job.id, job.version, today],
    queryFn: () => jobWritingApi.lint({ body: { job: draftOf(formOfJob(job)), today } }),
  });
  if (error) return <Card className="mc">{`没能自查：${failureWords(asApiError(error))}`}</Card>;
  if (!data) return null;
  const { findings } = data;
  const clean = findings.length === 0;
  return (
    <Card className={cx('mc', !clean && 'mc-bad')}>
      <View className="mc-h">
        <Icon name={clean ? 'check' : 'alert'} size={20} />
        <Text className="strong">{clean ? '机器没看出问题' : `机器看出 ${findings.length} 处`}</Text>
      </View>
      {findings.map(({ rule, path, message }) => (
        <Text key={`${rule} ${path} ${message}`} className="meta mc-l">
          {message}
        </Text>
      ))}
      {job.lintOverride && <Text className="meta mc-l">作者的理由：{job.lintOverride.reason}</Text>}
    </Card>
  );
}
