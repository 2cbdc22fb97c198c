import type { Post } from '@qihang/shared/posts/contract';
import { postLimits } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { planWords } from '@/common/content/schedule-plan';
import { dateWords, startOfDay } from '@/ui/date-words';
import { DateField } from '@/ui/form/date-field';
import { Field, FieldRows } from '@/ui/form/field';
import { AreaField, TextField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { ConsentFields } from '../consent-fields';
import { MustReadField } from '../must-read-field';
import type { EditorState } from './use-editor';

interface Props {
  editor: EditorState;
  existing: Post | undefined;
  now: Date;
  onSchedule: () => void;
}

/** What is said of an article besides its text: where it comes from, when readers see it, how long it leads. */
export function Settings({ editor, existing, now, onSchedule }: Props) {
  const { value, problems, findings, sourceRequired, consentRequired, plan, review, change } = editor;
  const published = existing?.state === 'published';
  const warningOf = (path: string) =>
    findings.find((one) => one.severity === 'warn' && one.path === path)?.detail;
  const when = planWords(plan, now, review, published).replace(/。$/, '');
  return (
    <View className="ed-set">
      <FieldRows>
        <View className="ed-src">
          <TextField
            label="来源"
            required={sourceRequired}
            value={value.sourceName}
            placeholder="原创就不填"
            hint={sourceRequired ? '这个栏目必须写明官方来源' : undefined}
            error={problems['source.name'] ?? problems.source}
            warning={warningOf('source.name')}
            onChange={(sourceName) => change({ sourceName })}
          />
        </View>
        <TextField
          label="原文"
          value={value.sourceUrl}
          placeholder="原文网址，https:// 开头"
          error={problems['source.url']}
          warning={warningOf('source.url')}
          onChange={(sourceUrl) => change({ sourceUrl })}
        />
        <AreaField
          label="摘要"
          value={value.summary}
          max={postLimits.summary}
          placeholder="不写就用正文开头"
          error={problems.summary}
          onChange={(summary) => change({ summary: summary.replace(/\n/g, '') })}
        />
        <DateField
          label="置顶到"
          today={dayAt(now.getTime())}
          value={value.pinnedUntil}
          placeholder="不置顶"
          textOf={(day) => `${dateWords(startOfDay(day), now)}为止`}
          error={problems.pinnedUntil}
          warning={warningOf('pinnedUntil')}
          onChange={(pinnedUntil) => change({ pinnedUntil })}
        />
        <Field label="时间" error={problems.publishAt ?? problems.unpublishAt}>
          <Tap className="fd-pick" label={`时间，${when}`} onTap={onSchedule}>
            <Text className="grow">{when}</Text>
            <Icon name="chevron-right" size={16} className="fd-pick-i" />
          </Tap>
        </Field>
      </FieldRows>
      <MustReadField
        value={value.mustRead}
        readAgain={value.readAgain}
        wasNotice={published && existing?.mustRead !== undefined}
        problems={problems}
        now={now}
        onChange={change}
      />
      {(consentRequired || value.consent || problems.consent) && (
        <ConsentFields
          value={value.consent}
          recorded={existing?.portrayal}
          problems={problems}
          now={now}
          onChange={(consent) => change({ consent })}
        />
      )}
    </View>
  );
}
