import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Tap } from '@/ui/tap';
import type { DoneRow } from './rows';

interface Props {
  done: readonly DoneRow[];
  /** Rows that are still in the table. */
  left: number;
  onAgain: () => void;
}

const shown = 100;

/** What came in, and what of it waits for review, each with its way there. */
export function ImportResult({ done, left, onAgain }: Props) {
  const fresh = done.filter(({ known }) => !known);
  const isHeld = ({ held = [] }: DoneRow) => held.length > 0;
  const waiting = fresh.filter(isHeld).length;
  const seen = fresh.length - waiting;
  const title = [
    `已导入 ${fresh.length} 条`,
    seen > 0 && (waiting > 0 ? `${seen} 条读者看得到了` : '读者看得到了'),
    waiting > 0 && `${waiting} 条待审`,
  ]
    .filter(Boolean)
    .join('，');
  const known = done.length - fresh.length;
  const parts = [
    waiting > 0 && '待审的由另一位同事看过后，读者才看得到',
    known > 0 && `${known} 条以前导入过，没有重复发布`,
    left > 0 && `下面还有 ${left} 条没有导入`,
  ].filter(Boolean);
  return (
    <Card title={title}>
      {parts.length > 0 && <Text className="meta">{parts.join('；')}</Text>}
      <View className="im-done">
        {[...done.filter(isHeld), ...done.filter((row) => !isHeld(row))]
          .slice(0, shown)
          .map(({ line, title: job, company, jobId, known: before, held = [] }) => (
            <Tap
              key={line}
              className="im-done-j"
              role="link"
              label={`${job}，${company}`}
              disabled={jobId === null}
              onTap={() => jobId && open('job', { id: jobId })}
            >
              <Text className="strong">{job}</Text>
              <Text className="meta">{before ? `${company}，以前导入过` : company}</Text>
              {held.length > 0 && <Text className="cap">待审：{held.join('、')}</Text>}
            </Tap>
          ))}
      </View>
      {done.length > shown && <Text className="cap">还有 {done.length - shown} 条，在“我发布的”里</Text>}
      <View className="row im-done-b">
        <Button text="看我发布的" look={left === 0 ? 'main' : 'normal'} onTap={() => open('myJobs')} />
        {left === 0 && <Button text="再导入一个文件" onTap={onAgain} />}
      </View>
    </Card>
  );
}
