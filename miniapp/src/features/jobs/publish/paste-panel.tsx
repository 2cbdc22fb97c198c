import { jobLimits } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { FieldRows } from '@/ui/form/field';
import { AreaField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { ListRow, ListRows } from '@/ui/list-row';
import { Tap } from '@/ui/tap';
import { foundCount, type Pasted, type PastedDraft, passagesOf } from './paste';
import { useParseText } from './writing';
import './paste-panel.scss';

interface Props {
  pasted: Pasted;
  /** The message is what the form was opened for. */
  begin: boolean;
  /** The passage to which the self-check objects. */
  wrong: string | null;
  onRead: (text: string, drafts: PastedDraft[]) => void;
  onSwitch: (at: number) => void;
  onAgain: () => void;
}

/** 粘贴即成岗: paste a message, and see what was read in it. */
export const PastePanel = (props: Props) =>
  props.pasted.drafts.length === 0 ? <PasteStep {...props} /> : <PastedText {...props} />;

function PasteStep({ pasted, begin, onRead }: Props) {
  const [open, setOpen] = useState(begin || pasted.text !== '');
  const [text, setText] = useState(pasted.text);
  const signedIn = useSession(({ token }) => token !== null);
  const parse = useParseText();
  if (!open)
    return (
      <ListRows>
        <ListRow icon="copy" text="粘贴群消息，识别成岗位" onTap={() => setOpen(true)} />
      </ListRows>
    );
  const nothing = parse.data?.drafts.length === 0;
  const failed = parse.error ? asApiError(parse.error).message : undefined;
  const read = () => {
    if (!signedIn) return signInFirst();
    parse.mutate(text, { onSuccess: ({ drafts }) => drafts.length > 0 && onRead(text, drafts) });
  };
  return (
    <FieldRows>
      <AreaField
        label="群消息"
        value={text}
        max={jobLimits.pasted}
        placeholder="把群里的招聘消息或公告全文贴在这里，里面写了的会填进表单，没写的会标出来"
        error={nothing ? '没有读出岗位。请贴完整的招聘消息，或直接填写下面的表单' : failed}
        onChange={setText}
      />
      <View className="pp-go">
        <Button
          text={signedIn ? '识别岗位' : '登录后识别'}
          look="main"
          grow
          disabled={text.trim() === ''}
          loading={parse.isPending}
          onTap={read}
        />
      </View>
    </FieldRows>
  );
}

function PastedText({ pasted, wrong, onSwitch, onAgain }: Props) {
  const passages = passagesOf(pasted, wrong);
  const bad = passages.filter(({ look }) => look === 'wrong').length;
  return (
    <>
      <Card
        title="粘贴的原文"
        extra={
          <Tap className="pp-a" label="重新粘贴" onTap={onAgain}>
            <Icon name="refresh" size={16} />
            <Text>重新粘贴</Text>
          </Tap>
        }
      >
        <View className="pp-t">
          {passages.map(({ text, look }, index) => (
            <Text key={index} className={look === 'plain' ? '' : `pp-${look}`}>
              {text}
            </Text>
          ))}
        </View>
        <View className="pp-l">
          <Text className="cap">
            <Text className="pp-found">已识别</Text> {foundCount(pasted)} 处
          </Text>
          {pasted.drafts.length > 1 && (
            <Text className="cap">
              <Text className="pp-other">另一岗位</Text>
            </Text>
          )}
          {bad > 0 && (
            <Text className="cap">
              <Text className="pp-wrong">要处理</Text> {bad} 处
            </Text>
          )}
        </View>
      </Card>
      {pasted.drafts.length > 1 && (
        <View className="pp-s">
          {pasted.forms.map(({ title }, index) => (
            <Tap
              key={index}
              className={cx('pp-j', index === pasted.at && 'pp-j-on')}
              role="radio"
              checked={index === pasted.at}
              label={`岗位 ${index + 1}：${title}`}
              onTap={() => onSwitch(index)}
            >
              <Text className="cap pp-b">岗位 {index + 1}</Text>
              <Text className="pp-b">{title}</Text>
            </Tap>
          ))}
        </View>
      )}
    </>
  );
}
