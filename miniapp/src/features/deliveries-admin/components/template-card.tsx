import { purposeNames } from '@qihang/shared/subscriptions/vocabulary';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { Tag } from '@/ui/tag';
import { formOf, sampleOf, type Template } from '../template-form';
import { usedFor } from '../words';
import './template-card.scss';

interface Props {
  template: Template;
  now: Date;
  onEdit: () => void;
}

/** The template of one purpose, with what a person would read in it. */
export function TemplateCard({ template, now, onEdit }: Props) {
  const { purpose, templateId, updatedAt } = template;
  const name = purposeNames[purpose];
  return (
    <Card>
      <View className="tpc-h">
        <View className="grow">
          <Text className="strong">{name}</Text>
          <Text className="cap tpc-l">{usedFor[purpose]}</Text>
        </View>
        <Tag text={templateId ? '已设置' : '没设置'} tone={templateId ? 'brand' : 'grey'} />
      </View>
      {templateId ? (
        <>
          <View className="tpc-m">
            {formOf(template).fields.map((field) => (
              <View key={field.keyword} className="tpc-f">
                <Text className="cap tpc-k">{field.keyword}</Text>
                <Text className="tpc-v">{sampleOf(purpose, field, now)}</Text>
              </View>
            ))}
          </View>
          <Text className="cap tpc-l">
            编号 {templateId}
            {updatedAt ? `，${momentWords(new Date(updatedAt), now)} 改的` : ''}
          </Text>
        </>
      ) : (
        <Text className="meta tpc-l">这类消息只在启航的消息里，微信不响。</Text>
      )}
      <View className="tpc-a">
        <Button text={templateId ? `修改${name}` : `设置${name}`} icon="pencil" onTap={onEdit} />
      </View>
    </Card>
  );
}
