import type { Report } from '@qihang/shared/reports/contract';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { CourseLine } from '@/ui/course-line';
import { DotLine } from '@/ui/dot-line';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { useAskTeacher } from '../hooks';
import { saidWords, stateTag, stationsOf } from '../words';
import './report-card.scss';

const pages = { job: 'job', post: 'post', thread: 'thread', answer: 'thread' } as const;

/** What became of a report, for the person who made it. */
export function ReportCard({ report, now }: { report: Report; now: Date }) {
  const ask = useAskTeacher();
  const { target, threadId, title, note, outcome, others, viewer } = report;
  const tag = stateTag(report);
  const stations = stationsOf(report, now);
  const done = stations.filter((one) => one.done).length;
  const askAgain = async () => {
    if (!(await confirm('请老师再看一遍？', '由一位老师重新判断，只能请一次，结果会告诉你', '请老师看')))
      return;
    ask.mutate(report, {
      onSuccess: () => toast('已请老师再看，有结果会告诉你'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  return (
    <Card>
      <View className="row">
        <Tap
          className="rc-t grow"
          role="link"
          label={`打开 ${title}`}
          onTap={() => open(pages[target.type], { id: threadId ?? target.id })}
        >
          <Text>{title}</Text>
        </Tap>
        <Tag {...tag} {...(tag.tone === 'brand' ? { icon: 'check' as const } : {})} />
      </View>
      <DotLine className="meta" parts={[saidWords(report, now), others > 0 && `还有 ${others} 人这样说`]} />
      {note !== '' && <Text className="rc-n">{note}</Text>}
      <View className="rc-c">
        <CourseLine
          passed={stations.length > 1 ? (done - 1) / (stations.length - 1) : 1}
          ring={done < stations.length}
          stops={stations}
        />
      </View>
      {outcome && (
        <View className="rc-q">
          <Text>
            {outcome.by || '系统'}：{outcome.note || outcomeWords[outcome.action]}
          </Text>
        </View>
      )}
      {viewer.can.includes('ask-teacher') && (
        <View className="rc-a">
          <Button text="不同意，请老师再看" look="quiet" loading={ask.isPending} onTap={askAgain} />
        </View>
      )}
    </Card>
  );
}

/** Where the person who decided wrote nothing. */
const outcomeWords = {
  hide: '情况属实，已下架',
  recheck: '已标为待核实，请发布人核实',
  dismiss: '看过了，没有发现问题',
  gone: '在处理之前，作者已经自己下架',
} as const;
