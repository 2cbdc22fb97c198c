import type { MonthTotals } from '@qihang/shared/reports/contract';
import { measureNames, reportReasonNames } from '@qihang/shared/reports/vocabulary';
import { Text, View } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { useTotals } from '../../hooks';
import { isQuiet, monthWords } from '../../words';
import './index.scss';

/** What was reported and done each month, for everybody. */
export default function TotalsPage() {
  const totals = useTotals();
  const now = useNow();
  return (
    <PageFrame title="处理公示" section="me">
      <DetailView query={totals} what="处理公示" ageOf={(since) => momentWords(since, now)}>
        {({ months }) => (
          <View className="stack">
            <Cards>
              {months.map((month) => (
                <Month key={month.month} totals={month} />
              ))}
            </Cards>
            <ListEnd
              text="只公布数字，不公布内容和人；按结案的月份统计"
              actions={
                <Button
                  text="看社区规范"
                  look="quiet"
                  onTap={() => open('document', { name: 'community-rules' })}
                />
              }
            />
          </View>
        )}
      </DetailView>
    </PageFrame>
  );
}

function Month({ totals }: { totals: MonthTotals }) {
  const { month, reports, measures } = totals;
  const done = measures.filter(({ n }) => n > 0);
  return (
    <Card title={monthWords(month)}>
      {isQuiet(totals) && <Text className="meta">没有举报，也没有处理</Text>}
      {reports.length > 0 && (
        <View className="mt">
          <View className="mt-r mt-h">
            <Text className="grow">举报原因</Text>
            <Text className="mt-n">结案</Text>
            <Text className="mt-n">成立</Text>
            <Text className="mt-n">没成立</Text>
          </View>
          {reports.map(({ reason, n, upheld, dismissed }) => (
            <View key={reason} className="mt-r">
              <Text className="grow">{reportReasonNames[reason]}</Text>
              <Text className="mt-n">{n}</Text>
              <Text className="mt-n">{upheld}</Text>
              <Text className="mt-n">{dismissed}</Text>
            </View>
          ))}
        </View>
      )}
      {done.length > 0 && (
        <Text className="mt-m">{done.map(({ kind, n }) => `${measureNames[kind]} ${n}`).join('，')}</Text>
      )}
    </Card>
  );
}
