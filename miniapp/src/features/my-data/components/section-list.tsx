import type { DataSection } from '@qihang/shared/my-data/contract';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/ui/a11y';
import { Card } from '@/ui/card';
import './section-list.scss';

const Line = ({ label, text }: { label: string; text: string }) => (
  <View className="sl-l">
    <Text className="sl-k">{label}</Text>
    <Text className="grow">{text}</Text>
  </View>
);

const Section = ({ section: { title, what, why, kept, count } }: { section: DataSection }) => (
  <View className="sl">
    <View className="row">
      <Text className="sl-t grow" {...a11y({ role: 'heading' })}>
        {title}
      </Text>
      <Text className="cap">{count} 条</Text>
    </View>
    <Line label="内容" text={what} />
    <Line label="用途" text={why} />
    <Line label="保存" text={kept} />
  </View>
);

/** Kinds of records that exist; the others in one line, since most people have few. */
export function SectionList({ sections }: { sections: DataSection[] }) {
  const filled = sections.filter(({ count }) => count > 0);
  const empty = sections.filter(({ count }) => count === 0);
  return (
    <Card title="存了什么，为什么">
      {filled.map((section) => (
        <Section key={section.key} section={section} />
      ))}
      {empty.length > 0 && (
        <Text className="cap sl-e">没有记录：{empty.map(({ title }) => title).join('、')}</Text>
      )}
    </Card>
  );
}
