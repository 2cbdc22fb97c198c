import { type CareSettings, careLimits, careSettings } from '@qihang/shared/care/contract';
import { check } from '@qihang/shared/contract/messages';
import { Text, View } from '@tarojs/components';
import { CareCard } from '@/common/care/care-card';
import { toast } from '@/platform/feedback';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { FailureNote } from '@/ui/form/failure-note';
import { TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { bodyOf, contactOf, emptyLine, formOf } from '../form';
import { useSaveCare } from '../hooks';
import { LineFields } from './line-fields';

/** Whom a person in distress is shown; nothing is printed that nobody fills in here. */
export function CareForm({ settings }: { settings: CareSettings }) {
  const form = useForm({
    initial: formOf(settings),
    check: (value) => check(careSettings, bodyOf(value, settings)),
    sending: useSaveCare(),
    onSent: () => toast('已保存，关怀卡片跟着改了'),
  });
  const { value, problems, change } = form;
  const { lines } = value;
  const changeLine = (at: number, part: object) =>
    change({ lines: lines.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <PageFrame
      title="关怀联系方式"
      section="me"
      actions={
        <ActionBar>
          <Button text="保存" look="main" grow loading={form.busy} onTap={form.send} />
        </ActionBar>
      }
    >
      <Cards className="stack">
        <Note
          text={
            <Text>同学写的话让人担心时，会马上看到这些联系方式。没填的不会显示，请只写真的有人接的电话</Text>
          }
        />
        <FailureNote failure={form.failure} />
        {lines.map((line, index) => (
          <LineFields
            key={index}
            index={index}
            line={line}
            problems={problems}
            onChange={(part) => changeLine(index, part)}
            onRemove={() => change({ lines: lines.filter((_, at) => at !== index) })}
          />
        ))}
        {lines.length < careLimits.lines && (
          <Button text="添加电话" icon="plus" onTap={() => change({ lines: [...lines, emptyLine] })} />
        )}
        <Card>
          <TextField
            label="可以找的人"
            value={value.personName}
            max={careLimits.name}
            placeholder="如 学院辅导员 李老师"
            error={problems['person.name'] ?? problems.person}
            onChange={(personName) => change({ personName })}
          />
          <TextField
            label="怎么找到"
            value={value.personAbout}
            max={careLimits.about}
            placeholder="如 工作日在 3 号楼 210"
            error={problems['person.about']}
            onChange={(personAbout) => change({ personAbout })}
          />
          <TextField
            label="多久回应"
            value={value.promise}
            max={careLimits.promise}
            placeholder="做得到才写，如 老师当天会联系你"
            error={problems.promise}
            onChange={(promise) => change({ promise })}
          />
        </Card>
        <View>
          <Text className="meta">同学看到的样子</Text>
          <CareCard contact={contactOf(value, settings)} />
        </View>
      </Cards>
    </PageFrame>
  );
}
